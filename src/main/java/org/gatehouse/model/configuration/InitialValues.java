package org.gatehouse.model.configuration;

import java.time.Duration;

/** What the builders start from: the defaults of IdentityServer4. */
final class InitialValues {
  public static final boolean YES = true;
  public static final String PROTOCOL = "oidc";
  public static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  public static final Duration ONE_HOUR = Duration.ofHours(1);
  public static final Duration THIRTY_DAYS = Duration.ofDays(30);
  public static final Duration FIFTEEN_DAYS = Duration.ofDays(15);
  public static final AccessTokenType TOKEN_TYPE = AccessTokenType.JWT;
  public static final TokenUsage USAGE = TokenUsage.ONE_TIME_ONLY;
  public static final TokenExpiration EXPIRATION = TokenExpiration.ABSOLUTE;
  public static final DPoPValidationMode DPOP_MODE = DPoPValidationMode.IAT;
  public static final String CLAIMS_PREFIX = "client_";

  private InitialValues() {}
}
