package org.gatehouse.cluster.history;

/** What a client asked for, as far as the rules of the checker tell it apart. */
public enum Operation {
  /**
   * An authorization request that gives a code: key is the code, family the grant that it opens.
   */
  AUTHORIZE,
  /** A consent that is given: key names user and client. */
  CONSENT,
  /** A code for tokens: key is the code, successor the refresh token of generation 0. */
  REDEEM,
  /** A refresh token for the next: key is the one offered, successor the one received. */
  REFRESH,
  /** Another one-time thing is offered: a device code, a jti. */
  SPEND,
  /** Tokens without a grant that is kept, such as client credentials. */
  TOKEN,
  /** An access token or a session is used. */
  USE,
  /** A grant or consent is looked for, without a change. */
  READ,
  /** A grant (family) or one thing (key without family) is revoked. */
  REVOKE,
  /** The signature of a token is checked against what is published. */
  VERIFY,
  /** The published keys: their ids are kids. */
  JWKS,
  /** A page, metadata, or what else has no rule of its own. */
  VISIT,
  /** A fault begins; key names it. */
  FAULT,
  /** The fault of that key is over, and the nodes had time to recover. */
  HEAL;

  /** Whether the key of the call may be spent once. */
  public boolean spends() {
    return this == REDEEM || this == REFRESH || this == SPEND;
  }
}
