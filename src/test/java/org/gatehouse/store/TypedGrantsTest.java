package org.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.Handles;
import org.gatehouse.crypto.ring.DataProtector;
import org.gatehouse.crypto.ring.SealedJson;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.MemoryKeyStore;
import org.gatehouse.fixture.Refused;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.grant.AuthorizationCode;
import org.gatehouse.model.grant.CodeChallenge;
import org.gatehouse.model.grant.Consent;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.model.grant.RefreshToken;
import org.gatehouse.model.grant.SignOn;
import org.gatehouse.model.grant.UserSession;
import org.gatehouse.store.memory.MemoryGrantStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What the typed classes keep comes back as it was")
class TypedGrantsTest {
  private static final SignOn ALICE =
      new SignOn("alice", "sid", Keys.NOW.plusMillis(123), List.of("pwd"), "local");
  private static final Grant GRANT = new Grant("g", "web", Set.of("openid"), Optional.of(ALICE));

  private final SettableClock clock = new SettableClock(Keys.NOW);
  private final GrantStore grants = new MemoryGrantStore(clock);
  private final Handles handles = new Handles();
  private final GrantPayloads payloads = new GrantPayloads(new SealedJson(Keys.protector()));
  private final AuthorizationCodes codes = new AuthorizationCodes(grants, payloads, handles, clock);
  private final RefreshTokens tokens = new RefreshTokens(grants, payloads, handles, clock);
  private final UserSessions sessions = new UserSessions(grants, payloads, handles);
  private final Consents consents = new Consents(grants, payloads, handles, clock);
  private final Messages messages = new Messages(grants, payloads, handles, clock);
  private final Revocations revocations = new Revocations(grants, clock);

  private static AuthorizationCode code(Optional<CodeChallenge> challenge) {
    return new AuthorizationCode(
        GRANT, "https://rp/cb", challenge, Optional.of("n"), Duration.ofMinutes(5));
  }

  @Test
  void keepsCodesOnceForTheirClient() {
    AuthorizationCode code = code(Optional.of(new CodeChallenge("c", CodeChallenge.Method.S256)));
    Handle handle = codes.issue(code);

    assertThat(codes.find(handle, "other")).isEmpty();
    assertThat(codes.redeem(handle, "other", List.of())).isEqualTo(new Outcome.Unknown<>());
    assertThat(codes.find(handle, "web")).contains(code);
    assertThat(codes.redeem(handle, "web", List.of())).isEqualTo(new Outcome.First<>("g"));
    assertThat(codes.find(handle, "web")).isEmpty();
    assertThat(codes.redeem(handle, "web", List.of())).isEqualTo(new Outcome.Replayed<>("g"));
  }

  @Test
  void keepsTheClaimsOfARefreshTokenWithTheirTypes() {
    Map<String, Object> claims =
        Map.of(
            "text",
            "ä",
            "whole",
            7,
            "large",
            1_700_000_000_000L,
            "half",
            0.5,
            "yes",
            true,
            "list",
            List.of("a", 1),
            "map",
            Map.of("deep", List.of(true)));
    RefreshToken token = new RefreshToken(GRANT, Keys.NOW, 3, claims);
    Handle handle = tokens.issue(token, Keys.NOW.plusSeconds(60));

    assertThat(tokens.find(handle, "web").orElseThrow().token()).isEqualTo(token);
    assertThat(tokens.find(handle, "other")).isEmpty();
    assertThat(tokens.ofSession("sid")).containsExactly(new RefreshTokens.Given("g", "web"));
    assertThat(token.toString()).doesNotContain("ä");
  }

  @Test
  void keepsSessions() {
    UserSession session = new UserSession(ALICE, Keys.NOW.plusSeconds(60));
    Handle handle = sessions.start(session);
    assertThat(sessions.find(handle)).contains(session);
    sessions.end(handle);

    assertThat(sessions.find(handle)).isEmpty();
  }

  @Test
  void remembersOneDecisionOfAUserForAClient() {
    consents.remember(new Consent("alice", "web", Set.of("a", "b"), Optional.empty()));
    consents.remember(new Consent("alice", "web", Set.of("b", "c"), Optional.empty()));
    clock.advance(Duration.ofDays(36_500));

    assertThat(consents.cover("alice", "web", Set.of("b", "c"))).isTrue();
    assertThat(consents.cover("alice", "web", Set.of("a"))).isFalse();
    consents.forget("alice", "web");
    assertThat(consents.cover("alice", "web", Set.of())).isFalse();
  }

  @Test
  void keepsMessagesForTheirPurpose() {
    UserSession message = new UserSession(ALICE, Keys.NOW);
    Handle handle = messages.put("login", message, Duration.ofMinutes(5));

    assertThat(messages.read("login", handle, UserSession.class)).contains(message);
    assertThat(messages.read("error", handle, UserSession.class)).isEmpty();
    assertThat(messages.take("error", handle, UserSession.class)).isEmpty();
    assertThat(messages.take("login", handle, UserSession.class)).contains(message);
    assertThat(messages.take("login", handle, UserSession.class)).isEmpty();
    assertThat(messages.read("login", handle, UserSession.class)).isEmpty();
  }

  @Test
  void forgetsMessagesWhenTheirTimeIsOver() {
    Handle handle = messages.put("login", ALICE, Duration.ofMinutes(5));
    clock.advance(Duration.ofMinutes(5));

    assertThat(messages.take("login", handle, SignOn.class)).isEmpty();
  }

  @Nested
  @DisplayName("The mark of a revoked authorization")
  class Marks {
    private final Instant until = Keys.NOW.plusSeconds(60);

    @Test
    void endsWhatIsThereAndOutlivesIt() {
      Handle handle = codes.issue(code(Optional.empty()));
      revocations.revoke("g", until);

      assertThat(codes.redeem(handle, "web", List.of())).isEqualTo(new Outcome.Unknown<>());
      assertThat(revocations.isRevoked("g")).isTrue();
      assertThat(revocations.isRevoked("h")).isFalse();
    }

    @Test
    void staysWhateverIsRevokedTogether() {
      revocations.revoke("g", until);
      revocations.revoke("g", until);
      grants.revokeAll(
          new GrantFilter(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of("web"),
              Optional.empty()));
      grants.revokeAll(GrantFilter.ofGrant("g"));

      assertThat(revocations.isRevoked("g")).isTrue();
      clock.set(until);
      assertThat(revocations.isRevoked("g")).isFalse();
    }
  }

  @Test
  void failsWhereTheStoreKeepsNothing() {
    GrantStore full =
        new MemoryGrantStore(clock) {
          @Override
          public boolean create(GrantKey key, StoredGrant grant) {
            return false;
          }
        };

    Refused.with(
        Refusal.INTERNAL,
        () -> new AuthorizationCodes(full, payloads, handles, clock).issue(code(Optional.empty())));
    Refused.with(
        Refusal.INTERNAL,
        () ->
            new RefreshTokens(full, payloads, handles, clock)
                .issue(new RefreshToken(GRANT, Keys.NOW, 0, Map.of()), Keys.NOW));
    Refused.with(
        Refusal.INTERNAL,
        () -> new UserSessions(full, payloads, handles).start(new UserSession(ALICE, Keys.NOW)));
    Refused.with(
        Refusal.INTERNAL,
        () ->
            new Consents(full, payloads, handles, clock)
                .remember(new Consent("alice", "web", Set.of(), Optional.empty())));
    Refused.with(
        Refusal.INTERNAL,
        () -> new Messages(full, payloads, handles, clock).put("login", ALICE, Duration.ZERO));
  }

  @Test
  void takesAPayloadOfAnotherKeyRingForNoGrant() {
    GrantPayloads others =
        new GrantPayloads(new SealedJson(new DataProtector(Keys.ring(new MemoryKeyStore()))));
    Handle handle = codes.issue(code(Optional.empty()));
    GrantKey key = GrantKey.of(GrantType.AUTHORIZATION_CODE, handle);
    StoredGrant stored = grants.find(key).orElseThrow();

    assertThat(others.open(key, stored, AuthorizationCode.class)).isEmpty();
    assertThat(payloads.open(key, stored, AuthorizationCode.class)).isPresent();
  }

  @Test
  void sealsEverythingButWhatAGrantIsFoundBy() {
    Handle handle = codes.issue(code(Optional.empty()));
    StoredGrant stored =
        grants.find(GrantKey.of(GrantType.AUTHORIZATION_CODE, handle)).orElseThrow();

    assertThat(stored.payload()).doesNotContain("openid", "https", handle.value());
    assertThat(stored.toString()).doesNotContain("alice", stored.payload());
    assertThat(handle.toString()).doesNotContain(handle.value());
  }

  /** Tells when somebody makes an object of it. */
  private static final class Trap implements Serializable {
    private static final long serialVersionUID = 1;
    private static final AtomicBoolean SPRUNG = new AtomicBoolean();

    private void readObject(ObjectInputStream in) {
      SPRUNG.set(true);
    }
  }

  @Test
  void makesNoObjectOfWhatJavaSerialized() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Trap());
    }
    String raw = bytes.toString(StandardCharsets.ISO_8859_1);
    String base64 = Base64.getEncoder().encodeToString(bytes.toByteArray());

    Handle handle = handles.next();
    GrantKey key = GrantKey.of(GrantType.AUTHORIZATION_CODE, handle);
    StoredGrant open = StoredGrant.of(GRANT, Keys.NOW, Keys.NOW.plusSeconds(60));
    for (StoredGrant planted :
        List.of(
            open.holding(raw),
            open.holding(base64),
            payloads.seal(key, open, raw).grant(),
            payloads.seal(key, open, base64).grant())) {
      assertThat(grants.create(key, planted)).isTrue();
      assertThat(codes.find(handle, "web")).isEmpty();
      grants.revoke(key);
    }
    assertThat(Trap.SPRUNG).isFalse();
  }
}
