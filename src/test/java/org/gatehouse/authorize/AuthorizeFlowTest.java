package org.gatehouse.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.fixture.Requests.authorize;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.crypto.Handle;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.People;
import org.gatehouse.fixture.Refused;
import org.gatehouse.fixture.Requests;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.session.Browser;
import org.gatehouse.token.TokenResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("OIDC Core §3.1.2: an authorization request from arrival to answer")
class AuthorizeFlowTest {
  private final Gatehouse gatehouse = new Gatehouse();
  private final Client webApp = gatehouse.register(Clients.webApp().requireConsent(true));
  private final Browser anonymous = browser();

  private Browser browser() {
    return new Browser(Optional.of(gatehouse.handles.next()), Optional.empty());
  }

  private static AuthorizeFlow.Next.ToPage page(AuthorizeFlow.Next next) {
    return next.fold(
        response -> {
          throw new AssertionError("the client gets " + response.parameters().keySet());
        },
        page -> page);
  }

  private static Map<String, String> answer(AuthorizeFlow.Next next) {
    return next.fold(
        AuthorizeResponse::parameters,
        page -> {
          throw new AssertionError("the user gets " + page.path());
        });
  }

  private static Set<String> scopes(String... scopes) {
    return Set.of(scopes);
  }

  @Test
  void goesByLoginAndConsentToTheCode() {
    AuthorizeFlow.Next.ToPage login = page(gatehouse.flow.begin(authorize(), anonymous));
    assertThat(login.path()).isEqualTo("/login");

    Browser signedIn = gatehouse.signIn("alice", anonymous);
    AuthorizeFlow.Next.ToPage asked = page(gatehouse.flow.resume(login.ticket(), signedIn));
    assertThat(asked.path()).isEqualTo("/consent");

    InteractionTicket allowed =
        gatehouse.consent.allow(
            gatehouse.interactions.open(asked.ticket(), signedIn),
            signedIn,
            scopes("openid", "orders.read"),
            false);
    Map<String, String> answer =
        answer(gatehouse.flow.resume(gatehouse.interactions.seal(allowed), signedIn));
    assertThat(answer.keySet()).containsExactly("code", "state", "iss");

    TokenResponse tokens = gatehouse.token(webApp, Requests.code(new Handle(answer.get("code"))));
    assertThat(tokens.scopes()).containsExactly("openid", "orders.read");
  }

  @Test
  void goesOnAfterAPost() {
    String parked = gatehouse.flow.park(authorize());

    assertThat(page(gatehouse.flow.resume(parked, anonymous)).path()).isEqualTo("/login");
  }

  @Test
  void parksNoBadRequest() {
    Refused.with(Refusal.CLIENT_UNKNOWN, () -> gatehouse.flow.park(authorize("client_id", "x")));
  }

  @Test
  void givesABrowserAHandleOnlyWhereItHasNone() {
    AuthorizeFlow.Next.ToPage first = page(gatehouse.flow.begin(authorize(), Gatehouse.NO_BROWSER));

    assertThat(first.newBrowser()).isPresent();
    assertThat(page(gatehouse.flow.begin(authorize(), anonymous)).newBrowser()).isEmpty();
  }

  @Test
  void asksForAFreshSignInExactlyOnce() {
    Browser old = gatehouse.signIn("alice", anonymous);
    gatehouse.register(Clients.webApp());
    gatehouse.clock.advance(java.time.Duration.ofMinutes(5));
    AuthorizeFlow.Next.ToPage login = page(gatehouse.flow.begin(authorize("prompt", "login"), old));
    assertThat(page(gatehouse.flow.resume(login.ticket(), old)).path()).isEqualTo("/login");

    gatehouse.clock.advance(java.time.Duration.ofMinutes(1));
    Browser fresh = gatehouse.signIn("alice", old);
    assertThat(page(gatehouse.flow.resume(login.ticket(), fresh)).path()).isEqualTo("/login");
    String signedIn =
        gatehouse.interactions.seal(
            gatehouse.interactions.open(login.ticket(), fresh).with(gatehouse.signOn(fresh)));
    assertThat(answer(gatehouse.flow.resume(signedIn, fresh))).containsKey("code");
  }

  @Test
  void judgesTheRequestAnewAtEveryStep() {
    AuthorizeFlow.Next.ToPage login = page(gatehouse.flow.begin(authorize(), anonymous));
    gatehouse.register(Clients.webApp().redirectUris(Set.of("https://rp.example.com/moved")));

    Refused.with(
        Refusal.REDIRECT_URI_UNREGISTERED, () -> gatehouse.flow.resume(login.ticket(), anonymous));
  }

  @Test
  void keepsTwoRequestsInOneBrowserApart() {
    gatehouse.register(Clients.otherApp());
    gatehouse.register(Clients.webApp());
    AuthorizeFlow.Next.ToPage one = page(gatehouse.flow.begin(authorize("state", "1"), anonymous));
    AuthorizeFlow.Next.ToPage two =
        page(gatehouse.flow.begin(authorize("client_id", "other-app", "state", "2"), anonymous));
    Browser signedIn = gatehouse.signIn("alice", anonymous);
    Map<String, String> second = answer(gatehouse.flow.resume(two.ticket(), signedIn));
    Map<String, String> first = answer(gatehouse.flow.resume(one.ticket(), signedIn));

    assertThat(first).containsEntry("state", "1");
    assertThat(second).containsEntry("state", "2");
    Refused.with(
        Refusal.CODE_UNKNOWN,
        () -> gatehouse.token(webApp, Requests.code(new Handle(second.get("code")))));
  }

  @Nested
  @DisplayName("RFC 9207 §2: the answer")
  class Answer {
    @Test
    void tellsAnErrorWithStateAndIss() {
      AuthorizeFlow.Next told;
      try {
        told = gatehouse.flow.begin(authorize("prompt", "none"), anonymous);
      } catch (AuthorizeException e) {
        told = gatehouse.flow.error(e);
      }

      assertThat(answer(told))
          .containsExactly(
              Map.entry("error", "login_required"),
              Map.entry("error_description", Refusal.SIGN_ON_NEEDED.description()),
              Map.entry("state", "the-state"),
              Map.entry("iss", Gatehouse.ISSUER));
    }

    @Test
    void hasNoStateWhereNoneWasSent() {
      gatehouse.register(Clients.webApp());
      Browser signedIn = gatehouse.signIn("alice", anonymous);

      assertThat(answer(gatehouse.flow.begin(authorize("state", ""), signedIn)))
          .containsOnlyKeys("code", "iss");
    }

    @Test
    void keepsTheCodeOutOfItsText() {
      gatehouse.register(Clients.webApp());
      Browser signedIn = gatehouse.signIn("alice", anonymous);
      AuthorizeFlow.Next next = gatehouse.flow.begin(authorize(), signedIn);

      assertThat(next.toString()).doesNotContain(answer(next).get("code"));
    }
  }

  @Nested
  @DisplayName("RFC 9700 §4.7: pages answer to their browser only")
  class Binding {
    private final String ticket = page(gatehouse.flow.begin(authorize(), anonymous)).ticket();

    @Test
    void refusesTheTicketInAnotherBrowser() {
      Refused.with(
          Refusal.INTERACTION_INVALID, () -> gatehouse.interactions.open(ticket, browser()));
      Refused.with(
          Refusal.INTERACTION_INVALID,
          () -> gatehouse.interactions.open(ticket, Gatehouse.NO_BROWSER));
      Refused.with(Refusal.INTERACTION_INVALID, () -> gatehouse.flow.resume(ticket, browser()));
    }

    @Test
    void refusesATicketThatWasNeverShown() {
      String parked = gatehouse.flow.park(authorize());

      Refused.with(
          Refusal.INTERACTION_INVALID, () -> gatehouse.interactions.open(parked, anonymous));
    }

    @Test
    void refusesWhatIsNoTicket() {
      String logout = gatehouse.logoutTickets.seal(gatehouse.logoutTickets.ofUser());

      for (String bad : new String[] {"", "x", ticket + "x", ticket.substring(1), logout}) {
        Refused.with(Refusal.INTERACTION_INVALID, () -> gatehouse.flow.resume(bad, anonymous));
      }
    }

    @Test
    void refusesATicketThatIsTooOld() {
      gatehouse.clock.advance(gatehouse.config.session().interactionLifetime());

      Refused.with(Refusal.INTERACTION_EXPIRED, () -> gatehouse.flow.resume(ticket, anonymous));
    }

    @Test
    void keepsTheRequestOutOfItsText() {
      assertThat(gatehouse.interactions.open(ticket, anonymous).toString())
          .doesNotContain("the-state");
    }
  }

  @Nested
  @DisplayName("OIDC Core §3.1.2.4: consent")
  class Consenting {
    private final Browser signedIn = gatehouse.signIn("alice", anonymous);
    private final InteractionTicket ticket = ticket("openid profile orders.read");

    private InteractionTicket ticket(String scope) {
      String sealed = page(gatehouse.flow.begin(authorize("scope", scope), signedIn)).ticket();
      return gatehouse.interactions.open(sealed, signedIn);
    }

    private Set<String> allowed(boolean remember, String... ticked) {
      return gatehouse
          .consent
          .allow(ticket, signedIn, scopes(ticked), remember)
          .consent()
          .orElseThrow()
          .scopes();
    }

    @Test
    void asksTheUserByName() {
      assertThat(gatehouse.consent.ask(ticket, signedIn).userName()).isEqualTo("alice");
    }

    @Test
    void countsNeverMoreThanWasAskedFor() {
      assertThat(allowed(false, "openid", "orders.read", "orders.write", "offline_access", "admin"))
          .containsExactlyInAnyOrder("openid", "orders.read");
    }

    @Test
    void countsWhatIsRequiredAlsoWhereItIsNotTicked() {
      gatehouse.catalogue.put(ApiScope.named("orders.read").required(true).build());

      assertThat(allowed(false)).containsExactlyInAnyOrder("openid", "orders.read");
    }

    @Test
    void isDeniedWhereNothingIsLeft() {
      InteractionTicket answered =
          gatehouse.consent.allow(ticket("profile"), signedIn, Set.of(), true);

      assertThat(answered.declined()).contains(Refusal.CONSENT_DENIED);
      assertThat(answered.consent()).isEmpty();
      assertThat(gatehouse.consents.cover(People.ALICE, "web-app", Set.of())).isFalse();
    }

    @Test
    void isRememberedWhereTheUserWantsAndTheClientMay() {
      allowed(true, "openid", "profile");
      assertThat(gatehouse.consents.cover(People.ALICE, "web-app", scopes("openid", "profile")))
          .isTrue();
      assertThat(gatehouse.consents.cover(People.ALICE, "web-app", scopes("orders.read")))
          .isFalse();
      assertThat(gatehouse.consents.cover(People.BOB, "web-app", scopes("openid"))).isFalse();
      assertThat(gatehouse.consents.cover(People.ALICE, "other-app", scopes("openid"))).isFalse();
    }

    @Test
    void isForgottenWhereTheUserNowWantsToBeAsked() {
      allowed(true, "openid", "profile");
      allowed(false, "openid", "profile");

      assertThat(gatehouse.consents.cover(People.ALICE, "web-app", scopes("openid"))).isFalse();
    }

    @Test
    void isNotRememberedWhereTheClientMayNot() {
      gatehouse.register(Clients.webApp().requireConsent(true).allowRememberConsent(false));
      allowed(true, "openid");

      assertThat(gatehouse.consents.cover(People.ALICE, "web-app", scopes("openid"))).isFalse();
    }

    @Test
    void countsForTheUserOnlyWhoWasAsked() {
      Browser bobs = gatehouse.signIn("bob", signedIn); // in another tab, with the page still open

      Refused.with(Refusal.INTERACTION_INVALID, () -> gatehouse.consent.ask(ticket, bobs));
      Refused.with(
          Refusal.INTERACTION_INVALID,
          () -> gatehouse.consent.allow(ticket, bobs, scopes("openid"), true));
      assertThat(gatehouse.consents.cover(People.BOB, "web-app", scopes("openid"))).isFalse();
    }

    @Test
    void needsAUserWhoIsSignedIn() {
      Refused.with(Refusal.INTERACTION_INVALID, () -> gatehouse.consent.ask(ticket, anonymous));
      Refused.with(
          Refusal.INTERACTION_INVALID,
          () -> gatehouse.consent.allow(ticket, anonymous, scopes("openid"), false));
    }
  }
}
