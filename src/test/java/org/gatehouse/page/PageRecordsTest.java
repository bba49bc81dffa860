package org.gatehouse.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.IdentityResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRecordsTest {
  private static final Texts TEXTS = Texts.english();

  @Test
  void clientsAreShownByNameOrIdentifier() {
    assertThat(ClientCard.of(Client.named("web").clientName(Optional.of("Notes")).build()).name())
        .isEqualTo("Notes");
    assertThat(ClientCard.of(Client.named("web").build()).name()).isEqualTo("web");
  }

  @Test
  void namesCannotTurnTheTextAroundThem() {
    ClientCard card = card("Notes\u202Egro.live\u202C", "https://notes.example/");

    assertThat(card.name()).isEqualTo("Notes gro.live");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "/relative",
        "//host/",
        "https:opaque",
        "ftp://h/",
        "https://bank@evil.example/",
        "https://[::1]/",
        "not a uri",
        ""
      })
  void linksThatDoNotLeadToTheWebAreLeftOut(String address) {
    assertThat(card("Notes", address).hasLinks()).isFalse();
  }

  @Test
  void aLogoOpensThePolicyForItsOriginOnly() {
    ClientCard card = card("Notes", "https://cdn.notes.example:8443/logo;x.svg");
    Page page = new LoginPage(TEXTS, card, "t", "", false, false);

    assertThat(PageHeaders.of(page).get("Content-Security-Policy"))
        .contains("img-src 'self' https://cdn.notes.example:8443;")
        .doesNotContain("logo");
  }

  @Test
  void aScopeIsCalledAsTheOperatorSaysOrByTheTexts() {
    IdentityResource named =
        IdentityResource.named("email").displayName(Optional.of("Work email")).build();

    assertThat(ScopeItem.of(TEXTS, named).displayName()).isEqualTo("Work email");
    assertThat(ScopeItem.of(TEXTS, IdentityResource.named("email").build()).displayName())
        .isEqualTo("Your email address");
    assertThat(ScopeItem.of(TEXTS, IdentityResource.named("own").build()).displayName())
        .isEqualTo("own");
  }

  @Test
  void everyRefusalHasASentenceForTheUser() {
    assertThat(EnumSet.allOf(Refusal.class))
        .allSatisfy(
            refusal ->
                assertThat(ErrorPage.of(TEXTS, refusal, "r", false).sentence()).isNotBlank());
  }

  @Test
  void developersAreToldMoreThanUsers() {
    Refusal refusal = Refusal.REDIRECT_URI_UNREGISTERED;

    assertThat(ErrorPage.of(TEXTS, refusal, "r", false).detail()).isEmpty();
    assertThat(ErrorPage.of(TEXTS, refusal, "r", true).detail())
        .hasValueSatisfying(
            detail -> assertThat(detail).contains(refusal.id(), refusal.description()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", " JavaScript :x", "data:text/html,x", "vbscript:x"})
  void aFormIsNotSentToAScript(String action) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FormPostPage(TEXTS, action, Map.of()));
  }

  @Test
  void whatIsSecretStaysOutOfLogs() {
    Page page = new FormPostPage(TEXTS, "https://notes.example/cb", Map.of("code", "c0de"));

    assertThat(page.toString()).doesNotContain("c0de");
    assertThat(new Pages().render(page).toString()).doesNotContain("c0de");
  }

  @Test
  void ticketsStayOutOfLogs() {
    ClientCard card = card("Notes", "https://notes.example/");

    assertThat(new LoginPage(TEXTS, card, "t1cket", "", false, false).toString())
        .doesNotContain("t1cket");
  }

  private static ClientCard card(String name, String address) {
    Optional<String> some = Optional.of(address);
    return new ClientCard(name, some, some, some, some);
  }
}
