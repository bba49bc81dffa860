package org.gatehouse.authorize;

import java.io.Serial;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;

/** A refusal that the client is told at its redirect URI (RFC 6749 §4.1.2.1). */
public final class AuthorizeException extends OAuthException {
  @Serial private static final long serialVersionUID = 1;

  private final transient ResponseTarget target;

  AuthorizeException(Refusal refusal, ResponseTarget target) {
    super(refusal);
    this.target = target;
  }

  public ResponseTarget target() {
    return target;
  }
}
