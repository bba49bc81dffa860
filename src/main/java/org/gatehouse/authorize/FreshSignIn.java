package org.gatehouse.authorize;

import java.time.Instant;
import org.gatehouse.model.grant.SignOn;

/** A sign-in that happened for the request at hand, on our page. */
public record FreshSignIn(String sessionId, Instant at) {
  static FreshSignIn of(SignOn signOn) {
    return new FreshSignIn(signOn.sessionId(), signOn.authTime());
  }

  /** Whether it is what this session began with, or was renewed by. */
  boolean isOf(SignOn signOn) {
    return equals(of(signOn));
  }
}
