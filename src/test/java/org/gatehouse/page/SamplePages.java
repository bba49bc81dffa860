package org.gatehouse.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.IdentityResource;

/** One page of every kind, in several states. */
final class SamplePages {
  private SamplePages() {}

  /** As a user meets them. */
  static Map<String, Page> usual(Texts texts) {
    ClientCard card =
        new ClientCard(
            "Acorn Notes",
            Optional.of("https://notes.example/"),
            Optional.empty(),
            Optional.of("https://notes.example/privacy"),
            Optional.of("https://notes.example/terms"));
    Map<String, Page> pages = new LinkedHashMap<>();
    pages.put("login", new LoginPage(texts, card, "t1", "", false, false));
    pages.put("login-failed", new LoginPage(texts, card, "t1", "alice", true, false));
    pages.put("login-again", new LoginPage(texts, card, "t1", "alice", false, true));
    pages.put("consent", consent(texts, card));
    pages.put("logout", new LogoutPage(texts, Optional.of(card), "t1", "alice"));
    pages.put("logout-plain", new LogoutPage(texts, Optional.empty(), "t1", "alice"));
    pages.put(
        "logged-out",
        new LoggedOutPage(texts, Optional.of(card), Optional.of("https://notes.example/bye")));
    pages.put("logged-out-plain", new LoggedOutPage(texts, Optional.empty(), Optional.empty()));
    pages.put("error", ErrorPage.of(texts, Refusal.REDIRECT_URI_UNREGISTERED, "7f3a-19c2", true));
    pages.put(
        "error-next",
        new ErrorPage(texts, "Sentence.", "7f3a", Optional.empty(), Optional.of("/login")));
    pages.put(
        "form_post",
        new FormPostPage(texts, "https://notes.example/cb", Map.of("code", "c1", "state", "s1")));
    return pages;
  }

  private static ConsentPage consent(Texts texts, ClientCard card) {
    return new ConsentPage(
        texts,
        card,
        "t1",
        "alice",
        List.of(
            ScopeItem.of(texts, IdentityResource.named("openid").required(true).build()),
            ScopeItem.of(texts, IdentityResource.named("profile").build()),
            ScopeItem.of(texts, IdentityResource.named("email").build()),
            ScopeItem.of(texts, IdentityResource.named("address").build())),
        List.of(
            ScopeItem.of(
                texts,
                ApiScope.named("notes.read").displayName(Optional.of("Read your notes")).build()),
            ScopeItem.offlineAccess(texts)),
        true);
  }

  /** Every component that comes from elsewhere is the hostile value. */
  static Map<String, Page> hostile(Texts texts, String value) {
    Optional<String> some = Optional.of(value);
    ClientCard card = new ClientCard(value, some, some, some, some);
    ScopeItem required = new ScopeItem(value, value, some, true, true);
    ScopeItem free = new ScopeItem(value, value, some, false, true);
    Map<String, Page> pages = new LinkedHashMap<>();
    pages.put("login", new LoginPage(texts, card, value, value, true, true));
    pages.put(
        "consent",
        new ConsentPage(
            texts, card, value, value, List.of(required, free), List.of(required, free), true));
    pages.put("logout", new LogoutPage(texts, Optional.of(card), value, value));
    pages.put("logged-out", new LoggedOutPage(texts, Optional.of(card), some));
    pages.put("still-signed-in", new StillSignedInPage(texts, Optional.of(card)));
    pages.put("error", new ErrorPage(texts, value, value, some, some));
    pages.put(
        "form_post",
        new FormPostPage(texts, "https://notes.example/cb?a=" + value, Map.of(value, value)));
    return pages;
  }
}
