package org.gatehouse.token;

import static org.gatehouse.model.OAuthException.require;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;

/** How a bearer token comes with a request: in the header or in a form body (RFC 6750 §2). */
public final class BearerTokens {
  private static final String SCHEME = "Bearer ";

  private BearerTokens() {}

  /** The token, sent in exactly one way. One in the query is not accepted (RFC 9700 §4.3.2). */
  public static String read(Optional<String> authorization, Parameters form) {
    Optional<String> header =
        authorization
            .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
            .map(value -> value.substring(SCHEME.length()).strip());
    List<String> sent = Stream.concat(header.stream(), form.get("access_token").stream()).toList();
    require(sent.size() < 2, Refusal.TOKEN_TWICE);
    return sent.stream().findFirst().orElseThrow(() -> new OAuthException(Refusal.TOKEN_MISSING));
  }
}
