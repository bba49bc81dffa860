package org.gatehouse.endpoint;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.gatehouse.model.Refusal;

/** Answers of protected resources that refuse an access token (RFC 6750 §3). */
final class BearerChallenge {
  private static final String SCHEME = "Bearer realm=\"gatehouse\"";

  private BearerChallenge() {}

  static Response of(Refusal refusal) {
    String challenge =
        refusal == Refusal.TOKEN_MISSING
            ? SCHEME // RFC 6750 §3.1: no error code where no token was sent
            : SCHEME
                + ", error=\""
                + refusal.error().code()
                + "\", error_description=\""
                + refusal.description()
                + "\"";
    return JsonAnswers.refused(refusal, refusal.error().status())
        .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
        .build();
  }
}
