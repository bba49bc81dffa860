package org.gatehouse.grant;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.config.TokenConfig;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.Scopes;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.model.grant.RefreshAnswer;
import org.gatehouse.store.NewGrant;
import org.gatehouse.store.RefreshAnswers;
import org.gatehouse.store.RefreshTokens;
import org.gatehouse.token.TokenResponse;

/**
 * Tells a client that asks once more, because it did not get the answer, from a stolen refresh
 * token (RFC 9700 §4.14.2): where the window is open, the same use has the same answer.
 */
@ApplicationScoped
public class RefreshRetries {
  private final RefreshTokens tokens;
  private final RefreshAnswers answers;
  private final UserGate gate;
  private final TokenConfig config;
  private final Clock clock;

  @Inject
  public RefreshRetries(
      RefreshTokens tokens,
      RefreshAnswers answers,
      UserGate gate,
      TokenConfig config,
      Clock clock) {
    this.tokens = tokens;
    this.answers = answers;
    this.gate = gate;
    this.config = config;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  RefreshRetries() {
    this(null, null, null, null, null); // CDI client proxy
  }

  /** The answer that the first use got, and what its access token is worth. */
  record Kept(Grant grant, TokenResponse answer) {}

  /** What is to be kept of an answer, where the window is on. */
  Optional<NewGrant> keep(Handle used, Grant grant, TokenResponse answer, Instant issuedAt) {
    Duration window = config.refreshRetryWindow();
    return answer
        .refreshToken()
        .filter(successor -> !window.isZero())
        .map(
            successor ->
                new RefreshAnswer(
                    answer.accessToken(),
                    issuedAt,
                    answer.expiresIn(),
                    answer.scopes(),
                    answer.idToken(),
                    successor.value()))
        .map(kept -> answers.make(used, grant, kept, window));
  }

  /**
   * The answer of the first use, where this is the same once more: in time, for the same scopes,
   * and with a successor that nobody has used.
   */
  Optional<Kept> find(TokenRequest request, Handle used) {
    return config.refreshRetryWindow().isZero()
        ? Optional.empty()
        : answers.find(used, request.clientId()).flatMap(answer -> find(request, answer));
  }

  private Optional<Kept> find(TokenRequest request, RefreshAnswer answer) {
    Handle successor = new Handle(answer.refreshToken());
    return tokens
        .find(successor, request.clientId())
        .map(live -> live.token().grant())
        .filter(grant -> asked(request, grant).equals(answer.scopes()))
        .map(
            grant -> {
              gate.pass(request.client(), grant, Refusal.REFRESH_TOKEN_REVOKED);
              require(request.client().allowOfflineAccess(), Refusal.OFFLINE_ACCESS_WITHDRAWN);
              return new Kept(grant.withScopes(answer.scopes()), response(answer, successor));
            });
  }

  private static Set<String> asked(TokenRequest request, Grant grant) {
    return request.optional("scope").map(Scopes::names).orElse(grant.scopes());
  }

  private TokenResponse response(RefreshAnswer answer, Handle successor) {
    return new TokenResponse(
        answer.accessToken(),
        answer.expiresIn(clock.instant()),
        new TreeSet<>(answer.scopes()),
        Optional.of(successor),
        answer.idToken());
  }
}
