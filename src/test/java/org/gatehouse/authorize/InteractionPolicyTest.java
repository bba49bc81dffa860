package org.gatehouse.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.People;
import org.gatehouse.fixture.Requests;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.SigningAlgorithm;
import org.gatehouse.model.configuration.ClientBuilder;
import org.gatehouse.model.grant.Consent;
import org.gatehouse.model.grant.UserSession;
import org.gatehouse.session.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("OIDC Core §3.1.2.3, §3.1.2.4: what a request needs of the user")
class InteractionPolicyTest {
  private static final Set<String> ASKED = Set.of("openid", "profile", "orders.read");

  private final Gatehouse gatehouse = new Gatehouse();

  @BeforeEach
  void register() {
    client(Clients.webApp());
  }

  private void client(ClientBuilder client) {
    gatehouse.register(client);
  }

  private ValidatedAuthorizeRequest request(String... changes) {
    return gatehouse.validator.validate(Requests.authorize(changes));
  }

  /** A ticket of a request that arrives now. */
  private InteractionTicket ticket() {
    return InteractionTicket.begin(Requests.authorize(), gatehouse.clock.instant());
  }

  /** Somebody's session, of a sign-in this long ago. */
  private Optional<UserSession> session(String who, Duration ago) {
    Instant now = gatehouse.clock.instant();
    gatehouse.clock.set(now.minus(ago));
    Browser browser = gatehouse.signIn(who, Gatehouse.NO_BROWSER);
    Optional<UserSession> session = gatehouse.sessions.current(browser);
    gatehouse.clock.set(now);
    return session;
  }

  /** In one word: proceed, login, consent, or the reason of the refusal. */
  private String decide(
      ValidatedAuthorizeRequest request, Optional<UserSession> session, InteractionTicket ticket) {
    return gatehouse
        .policy
        .decide(request, session, ticket)
        .fold(proceed -> "proceed", () -> "login", () -> "consent", Refusal::name);
  }

  /**
   * Sessions: none, old (an hour ago), fresh (for this request), other (just now, but not for this
   * request). Consent: off (the client asks for none), new, kept (remembered), given (in this
   * request).
   */
  @ParameterizedTest(name = "prompt={0} session={1} max_age={2} consent={3}: {4}")
  @CsvSource(
      textBlock =
          """
          # prompt,       session, max_age, consent, decision
          '',             none,    '',      off,     login
          '',             old,     '',      off,     proceed
          '',             old,     '',      new,     consent
          '',             old,     '',      kept,    proceed
          '',             old,     '',      given,   proceed
          '',             none,    '',      kept,    login
          '',             old,     7200,    off,     proceed
          '',             old,     3600,    off,     proceed
          '',             old,     3599,    off,     login
          '',             old,     0,       off,     login
          '',             fresh,   0,       off,     proceed
          '',             fresh,   0,       new,     consent
          none,           none,    '',      off,     SIGN_ON_NEEDED
          none,           old,     '',      off,     proceed
          none,           old,     '',      kept,    proceed
          none,           old,     '',      new,     CONSENT_NEEDED
          none,           old,     60,      off,     SIGN_ON_NEEDED
          none,           none,    '',      new,     SIGN_ON_NEEDED
          login,          none,    '',      off,     login
          login,          old,     '',      off,     login
          login,          fresh,   '',      off,     proceed
          login,          other,   '',      off,     login
          '',             other,   3600,    off,     proceed
          login,          fresh,   '',      new,     consent
          select_account, old,     '',      off,     login
          select_account, fresh,   '',      off,     proceed
          consent,        none,    '',      off,     login
          consent,        old,     '',      off,     consent
          consent,        old,     '',      kept,    consent
          consent,        old,     '',      given,   proceed
          login consent,  old,     '',      off,     login
          login consent,  fresh,   '',      kept,    consent
          login consent,  fresh,   '',      given,   proceed
          """)
  void decides(String prompt, String session, String maxAge, String consent, String decision) {
    client(Clients.webApp().requireConsent(!consent.equals("off")));
    if (consent.equals("kept")) {
      gatehouse.consents.remember(new Consent(People.ALICE, "web-app", ASKED, Optional.empty()));
    }
    InteractionTicket ticket = ticket();
    Optional<UserSession> present =
        session.equals("none")
            ? Optional.empty()
            : session("alice", session.equals("old") ? Duration.ofHours(1) : Duration.ZERO);
    if (session.equals("fresh")) {
      ticket = ticket.with(present.orElseThrow().signOn());
    }
    if (consent.equals("given")) {
      ticket = ticket.with(new ConsentDecision(People.ALICE, Set.of("openid")));
    }

    assertThat(decide(request("prompt", prompt, "max_age", maxAge), present, ticket))
        .isEqualTo(decision);
  }

  @Test
  void takesASignInForFreshForFiveMinutes() {
    client(Clients.webApp());
    Optional<UserSession> session = session("alice", Duration.ZERO);
    InteractionTicket ticket = ticket().with(session.orElseThrow().signOn());
    ValidatedAuthorizeRequest request = request("prompt", "login");
    gatehouse.clock.advance(Duration.ofMinutes(5));
    assertThat(decide(request, session, ticket)).isEqualTo("proceed");
    gatehouse.clock.advance(Duration.ofSeconds(1));

    assertThat(decide(request, session, ticket)).isEqualTo("login");
  }

  @Test
  void wantsNoSessionOfOurOwnPageForAClientWithoutLocalLogin() {
    client(Clients.webApp().enableLocalLogin(false));

    assertThat(decide(request(), session("alice", Duration.ZERO), ticket()))
        .isEqualTo("SIGN_ON_NEEDED");
  }

  @Nested
  @DisplayName("OIDC Core §3.1.2.2: the user who is meant")
  class Hinted {
    private String hint(String subject) {
      return Keys.signer()
          .sign(
              SigningAlgorithm.RS256,
              "JWT",
              Map.of("iss", Gatehouse.ISSUER, "sub", subject, "aud", "web-app"));
    }

    @ParameterizedTest
    @CsvSource({
      "'', sub-of-alice, proceed",
      "'', sub-of-bob, OTHER_USER",
      "none, sub-of-alice, proceed",
      "none, sub-of-bob, OTHER_USER"
    })
    void isNeverAnotherOneSilently(String prompt, String subject, String decision) {
      ValidatedAuthorizeRequest request = request("prompt", prompt, "id_token_hint", hint(subject));

      assertThat(decide(request, session("alice", Duration.ZERO), ticket())).isEqualTo(decision);
    }

    @Test
    void signsInFirst() {
      ValidatedAuthorizeRequest request = request("id_token_hint", hint(People.BOB));

      assertThat(decide(request, Optional.empty(), ticket())).isEqualTo("login");
    }
  }

  @Nested
  @DisplayName("The client's own rules")
  class OfTheClient {
    @Test
    void limitTheAgeOfASignIn() {
      client(Clients.webApp().userSsoLifetime(Optional.of(Duration.ofMinutes(30))));

      assertThat(decide(request(), session("alice", Duration.ofMinutes(30)), ticket()))
          .isEqualTo("proceed");
      assertThat(decide(request(), session("alice", Duration.ofMinutes(31)), ticket()))
          .isEqualTo("login");
    }

    @Test
    void refuseWhereItTakesNoLocalSignIn() {
      client(Clients.webApp().enableLocalLogin(false));

      assertThat(decide(request(), Optional.empty(), ticket())).isEqualTo("SIGN_ON_NEEDED");
    }

    @Test
    void askAgainWhereItDoesNotLetConsentBeRemembered() {
      client(Clients.webApp().requireConsent(true).allowRememberConsent(false));
      gatehouse.consents.remember(new Consent(People.ALICE, "web-app", ASKED, Optional.empty()));

      assertThat(decide(request(), session("alice", Duration.ZERO), ticket())).isEqualTo("consent");
    }

    @Test
    void askAgainForMoreThanWasRememberedOrAfterItsEnd() {
      client(Clients.webApp().requireConsent(true));
      Instant end = gatehouse.clock.instant().plusSeconds(60);
      gatehouse.consents.remember(new Consent(People.ALICE, "web-app", ASKED, Optional.of(end)));
      Optional<UserSession> alice = session("alice", Duration.ZERO);
      ValidatedAuthorizeRequest more = request("scope", "openid profile orders.read email");

      assertThat(decide(request(), alice, ticket())).isEqualTo("proceed");
      assertThat(decide(more, alice, ticket())).isEqualTo("consent");
      gatehouse.clock.set(end);
      assertThat(decide(request(), alice, ticket())).isEqualTo("consent");
    }
  }

  @Test
  void asksAUserWhoIsNotActiveAnyMoreToSignIn() {
    Optional<UserSession> alice = session("alice", Duration.ZERO);
    gatehouse.people.deactivate(People.ALICE);

    assertThat(decide(request(), alice, ticket())).isEqualTo("login");
    assertThat(decide(request("prompt", "none"), alice, ticket())).isEqualTo("SIGN_ON_NEEDED");
  }

  @Test
  void takesNoConsentOfAnotherUser() {
    client(Clients.webApp().requireConsent(true));
    InteractionTicket bobs = ticket().with(new ConsentDecision(People.BOB, ASKED));

    assertThat(decide(request(), session("alice", Duration.ZERO), bobs)).isEqualTo("consent");
  }

  @Test
  void tellsTheClientWhatTheUserDeclined() {
    InteractionTicket denied = ticket().with(Refusal.CONSENT_DENIED);
    InteractionTicket cancelled = ticket().with(Refusal.LOGIN_CANCELLED);

    assertThat(decide(request(), session("alice", Duration.ZERO), denied))
        .isEqualTo("CONSENT_DENIED");
    assertThat(decide(request(), Optional.empty(), cancelled)).isEqualTo("LOGIN_CANCELLED");
  }

  @Test
  void proceedsWithTheScopesOfTheDecisionOnly() {
    InteractionTicket given =
        ticket().with(new ConsentDecision(People.ALICE, Set.of("openid", "profile")));
    Set<String> scopes =
        gatehouse
            .policy
            .decide(request(), session("alice", Duration.ZERO), given)
            .fold(Interaction.Proceed::scopes, Set::of, Set::of, refusal -> Set.of());

    assertThat(scopes).containsExactlyInAnyOrder("openid", "profile");
  }
}
