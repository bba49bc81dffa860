package org.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.Handles;
import org.gatehouse.crypto.ring.SealedJson;
import org.gatehouse.fixture.Keys;
import org.gatehouse.model.grant.AuthorizationCode;
import org.gatehouse.model.grant.Consent;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.model.grant.RefreshAnswer;
import org.gatehouse.model.grant.RefreshToken;
import org.gatehouse.model.grant.SignOn;
import org.gatehouse.model.grant.UserSession;
import org.gatehouse.store.memory.MemoryGrantStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Whoever writes to the store without keys makes no grant of another's")
class PlacedGrantsTest {
  private static final Instant END = Keys.NOW.plusSeconds(600);

  private final SettableClock clock = new SettableClock(Keys.NOW);
  private final GrantStore grants = new MemoryGrantStore(clock);
  private final Handles handles = new Handles();
  private final GrantPayloads payloads = new GrantPayloads(new SealedJson(Keys.protector()));
  private final AuthorizationCodes codes = new AuthorizationCodes(grants, payloads, handles, clock);
  private final RefreshTokens tokens = new RefreshTokens(grants, payloads, handles, clock);
  private final RefreshAnswers answers = new RefreshAnswers(grants, payloads, clock);
  private final UserSessions sessions = new UserSessions(grants, payloads, handles);
  private final Consents consents = new Consents(grants, payloads, handles, clock);
  private final Messages messages = new Messages(grants, payloads, handles, clock);

  private final Grant admins = grant("admin", "console", "gatehouse-admin");
  private final Grant mallorys = grant("mallory", "spa", "openid");

  private static Grant grant(String subject, String clientId, String scope) {
    SignOn signOn = new SignOn(subject, "sid-" + subject, Keys.NOW, List.of("pwd"), SignOn.LOCAL);
    return new Grant("g-" + subject, clientId, Set.of(scope), Optional.of(signOn));
  }

  private Handle token(Grant grant) {
    return tokens.issue(new RefreshToken(grant, Keys.NOW, 0, Map.of()), END);
  }

  private Handle code(Grant grant) {
    return codes.issue(
        new AuthorizationCode(
            grant, "https://rp/cb", Optional.empty(), Optional.empty(), Duration.ofMinutes(5)));
  }

  private Handle session(Grant grant) {
    return sessions.start(new UserSession(grant.signOn().orElseThrow(), END));
  }

  private StoredGrant row(GrantType type, Handle handle) {
    return grants.find(GrantKey.of(type, handle)).orElseThrow();
  }

  /** What a statement of theirs does to a row. */
  private void rewrite(GrantType type, Handle handle, UnaryOperator<StoredGrant> change) {
    GrantKey key = GrantKey.of(type, handle);
    StoredGrant changed = change.apply(row(type, handle));
    grants.revoke(key);
    assertThat(grants.create(key, changed)).isTrue();
  }

  private static StoredGrant columns(StoredGrant of, StoredGrant content) {
    return of.holding(content.payload());
  }

  @Test
  void takesNoRefreshTokenWithTheContentOfAnother() {
    Handle own = token(mallorys);
    StoredGrant other = row(GrantType.REFRESH_TOKEN, token(admins));
    rewrite(GrantType.REFRESH_TOKEN, own, row -> columns(row, other));

    assertThat(tokens.find(own, "spa")).isEmpty();
  }

  @Test
  void takesNoRefreshTokenWithTheWholeRowOfAnother() {
    Handle own = token(mallorys);
    StoredGrant other = row(GrantType.REFRESH_TOKEN, token(admins));
    rewrite(GrantType.REFRESH_TOKEN, own, row -> other);

    assertThat(tokens.find(own, "console")).isEmpty();
  }

  @Test
  void takesNoCodeWithTheContentOfAnother() {
    Handle own = code(mallorys);
    StoredGrant other = row(GrantType.AUTHORIZATION_CODE, code(admins));
    rewrite(GrantType.AUTHORIZATION_CODE, own, row -> columns(row, other));

    assertThat(codes.find(own, "spa")).isEmpty();
  }

  @Test
  void takesNoSessionWithTheContentOfAnother() {
    Handle own = session(mallorys);
    StoredGrant other = row(GrantType.USER_SESSION, session(admins));
    rewrite(GrantType.USER_SESSION, own, row -> columns(row, other));

    assertThat(sessions.find(own)).isEmpty();
  }

  @Test
  void takesNoContentOfAnotherKind() {
    Handle own = token(mallorys);
    StoredGrant code = row(GrantType.AUTHORIZATION_CODE, code(mallorys));
    GrantKey key = GrantKey.of(GrantType.REFRESH_TOKEN, own);
    GrantKey sameHandle = GrantKey.of(GrantType.AUTHORIZATION_CODE, own);
    StoredGrant asCode = payloads.seal(sameHandle, code, content(own)).grant();

    rewrite(GrantType.REFRESH_TOKEN, own, row -> columns(row, code));
    assertThat(tokens.find(own, "spa")).isEmpty();
    rewrite(GrantType.REFRESH_TOKEN, own, row -> asCode);
    assertThat(payloads.open(key, asCode, RefreshToken.class)).isEmpty();
    assertThat(tokens.find(own, "spa")).isEmpty();
  }

  private RefreshToken content(Handle handle) {
    return tokens.find(handle, "spa").orElseThrow().token();
  }

  /** What a store finds grants by. */
  private enum Column {
    GRANT,
    CLIENT,
    SUBJECT,
    SESSION;

    StoredGrant forged(StoredGrant row) {
      return new StoredGrant(
          this == GRANT ? "other" : row.grantId(),
          this == CLIENT ? "other" : row.clientId(),
          this == SUBJECT ? Optional.of("other") : row.subject(),
          this == SESSION ? Optional.empty() : row.sessionId(),
          row.createdAt(),
          row.expiresAt(),
          row.payload());
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesNothingThatIsFoundByWhatItWasNotSealedFor(Column column) {
    Handle token = token(mallorys);
    Handle code = code(mallorys);
    Handle session = session(mallorys);
    rewrite(GrantType.REFRESH_TOKEN, token, column::forged);
    rewrite(GrantType.AUTHORIZATION_CODE, code, column::forged);
    rewrite(GrantType.USER_SESSION, session, column::forged);

    for (String client : List.of("spa", "other")) {
      assertThat(tokens.find(token, client)).isEmpty();
      assertThat(codes.find(code, client)).isEmpty();
    }
    assertThat(sessions.find(session)).isEmpty();
  }

  @Test
  void takesNoSessionThatLastsLongerThanItWasMadeFor() {
    Handle own = session(mallorys);
    rewrite(GrantType.USER_SESSION, own, row -> row.until(END.plusSeconds(1)));

    assertThat(sessions.find(own)).isEmpty();
  }

  @Test
  void takesNoAnswerOfAnotherToken() {
    Handle own = handles.next();
    Handle other = handles.next();
    RefreshAnswer answer =
        new RefreshAnswer(
            "at", Keys.NOW, Duration.ofHours(1), Set.of("openid"), Optional.empty(), "rt");
    NewGrant kept = answers.make(other, mallorys, answer, Duration.ofMinutes(1));
    grants.create(GrantKey.of(GrantType.REFRESH_ANSWER, own), kept.grant());
    grants.create(kept.key(), kept.grant());

    assertThat(answers.find(other, "spa")).contains(answer);
    assertThat(answers.find(own, "spa")).isEmpty();
  }

  @Test
  void takesNoConsentOfAnotherUserOrThatIsOver() {
    consents.remember(new Consent("mallory", "spa", Set.of("mail"), Optional.of(END)));
    GrantFilter mallory = GrantFilter.of(GrantType.CONSENT, "mallory", "spa");
    StoredGrant given = grants.findAll(mallory).get(0);
    assertThat(consents.cover("mallory", "spa", Set.of("mail"))).isTrue();

    GrantKey key = GrantKey.of(GrantType.CONSENT, new Handle(given.grantId()));
    grants.revoke(key);
    grants.create(key, Column.SUBJECT.forged(given));
    assertThat(consents.cover("other", "spa", Set.of("mail"))).isFalse();
    grants.revoke(key);
    grants.create(key, given.until(END.plusSeconds(60)));
    clock.set(END);
    assertThat(consents.cover("mallory", "spa", Set.of("mail"))).isFalse();
  }

  @Test
  void takesNoMessageOfAnotherPurpose() {
    Handle error = messages.put("error", mallorys, Duration.ofMinutes(5));
    Handle login = messages.put("login", mallorys, Duration.ofMinutes(5));
    StoredGrant logins = row(GrantType.MESSAGE, login);
    rewrite(
        GrantType.MESSAGE,
        error,
        row ->
            new StoredGrant(
                row.grantId(),
                logins.clientId(),
                row.subject(),
                row.sessionId(),
                row.createdAt(),
                row.expiresAt(),
                row.payload()));

    assertThat(messages.read("login", error, Grant.class)).isEmpty();
    assertThat(messages.take("login", error, Grant.class)).isEmpty();
    assertThat(messages.take("login", login, Grant.class)).contains(mallorys);
  }
}
