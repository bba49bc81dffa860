package org.gatehouse.model;

import static org.gatehouse.model.OAuthError.ACCESS_DENIED;
import static org.gatehouse.model.OAuthError.CONSENT_REQUIRED;
import static org.gatehouse.model.OAuthError.INSUFFICIENT_SCOPE;
import static org.gatehouse.model.OAuthError.INVALID_CLIENT;
import static org.gatehouse.model.OAuthError.INVALID_GRANT;
import static org.gatehouse.model.OAuthError.INVALID_REQUEST;
import static org.gatehouse.model.OAuthError.INVALID_SCOPE;
import static org.gatehouse.model.OAuthError.INVALID_TOKEN;
import static org.gatehouse.model.OAuthError.LOGIN_REQUIRED;
import static org.gatehouse.model.OAuthError.REGISTRATION_NOT_SUPPORTED;
import static org.gatehouse.model.OAuthError.REQUEST_NOT_SUPPORTED;
import static org.gatehouse.model.OAuthError.REQUEST_URI_NOT_SUPPORTED;
import static org.gatehouse.model.OAuthError.SERVER_ERROR;
import static org.gatehouse.model.OAuthError.TEMPORARILY_UNAVAILABLE;
import static org.gatehouse.model.OAuthError.UNAUTHORIZED_CLIENT;
import static org.gatehouse.model.OAuthError.UNSUPPORTED_GRANT_TYPE;
import static org.gatehouse.model.OAuthError.UNSUPPORTED_RESPONSE_TYPE;

import java.util.Locale;

/**
 * Every reason for which a request is refused: the standard error, the section that asks for it,
 * and a sentence for the developer. The sentence never repeats input and uses only the characters
 * of {@code error_description} (RFC 6749 §5.2).
 */
public enum Refusal {
  // Reading a request
  MALFORMED_ENCODING(INVALID_REQUEST, "RFC 6749 §B", "a parameter is not form-encoded UTF-8"),
  MALFORMED_REQUEST(INVALID_REQUEST, "RFC 9110 §15.5.1", "the request is malformed"),
  WRONG_MEDIA_TYPE(
      INVALID_REQUEST, "RFC 6749 §3.2", "send the body as application/x-www-form-urlencoded"),
  REQUEST_TOO_LARGE(INVALID_REQUEST, "RFC 9110 §15.5.14", "the request is too large"),
  TOO_MANY_PARAMETERS(INVALID_REQUEST, "RFC 6749 §3.1", "the request has too many parameters"),
  REPEATED_PARAMETER(INVALID_REQUEST, "RFC 6749 §3.1", "a parameter is sent more than once"),
  MIXED_PARAMETERS(
      INVALID_REQUEST, "RFC 6749 §3.2", "send parameters in the body, none in the query"),
  MISSING_PARAMETER(INVALID_REQUEST, "RFC 6749 §5.2", "a required parameter is missing"),
  PARAMETER_TOO_LONG(INVALID_REQUEST, "RFC 6749 §5.2", "a parameter is too long"),

  // The client and where to answer
  CLIENT_ID_MISSING(INVALID_REQUEST, "RFC 6749 §4.1.1", "client_id is missing"),
  CLIENT_UNKNOWN(INVALID_REQUEST, "RFC 6749 §4.1.2.1", "client_id is unknown"),
  REDIRECT_URI_MISSING(INVALID_REQUEST, "OIDC Core §3.1.2.1", "redirect_uri is missing"),
  REDIRECT_URI_UNREGISTERED(
      INVALID_REQUEST, "RFC 9700 §4.1.3", "redirect_uri is not one that the client registered"),

  // The authorization request
  RESPONSE_TYPE_MISSING(INVALID_REQUEST, "RFC 6749 §3.1.1", "response_type is missing"),
  RESPONSE_TYPE_UNKNOWN(
      UNSUPPORTED_RESPONSE_TYPE, "RFC 6749 §3.1.1", "this server answers response_type code only"),
  RESPONSE_TYPE_NOT_ALLOWED(
      UNAUTHORIZED_CLIENT, "RFC 6749 §4.1.2.1", "the client may not use the code flow"),
  RESPONSE_MODE_UNKNOWN(
      INVALID_REQUEST, "OAuth Multiple Response Types §2.1", "response_mode is not supported"),
  SCOPE_MISSING(INVALID_SCOPE, "RFC 6749 §3.3", "scope is missing"),
  SCOPE_MALFORMED(INVALID_SCOPE, "RFC 6749 §3.3", "scope has a character that is not allowed"),
  SCOPE_UNKNOWN(INVALID_SCOPE, "RFC 6749 §3.3", "a scope is unknown to this server"),
  SCOPE_NOT_ALLOWED(INVALID_SCOPE, "RFC 6749 §3.3", "a scope is not allowed to this client"),
  NO_COMMON_ALGORITHM(
      INVALID_SCOPE, "RFC 9068 §4", "those who would verify the token accept no common algorithm"),
  CODE_CHALLENGE_MISSING(INVALID_REQUEST, "RFC 7636 §4.4.1", "code_challenge is missing"),
  CODE_CHALLENGE_MALFORMED(
      INVALID_REQUEST, "RFC 7636 §4.2", "code_challenge is not 43 to 128 unreserved characters"),
  CODE_CHALLENGE_METHOD_UNKNOWN(
      INVALID_REQUEST, "RFC 7636 §4.3", "code_challenge_method is not supported"),
  CODE_CHALLENGE_PLAIN(
      INVALID_REQUEST, "RFC 9700 §2.1.1", "use code_challenge_method S256 instead of plain"),
  PROMPT_UNKNOWN(INVALID_REQUEST, "OIDC Core §3.1.2.1", "prompt has an unknown value"),
  PROMPT_NONE_COMBINED(
      INVALID_REQUEST, "OIDC Core §3.1.2.1", "prompt none does not go with other values"),
  MAX_AGE_MALFORMED(
      INVALID_REQUEST, "OIDC Core §3.1.2.1", "max_age is not a number of seconds from 0 on"),
  DISPLAY_UNKNOWN(INVALID_REQUEST, "OIDC Core §3.1.2.1", "display has an unknown value"),
  CLAIMS_MALFORMED(INVALID_REQUEST, "OIDC Core §5.5", "claims is not a JSON object"),
  ID_TOKEN_HINT_INVALID(
      INVALID_REQUEST, "OIDC Core §3.1.2.1", "id_token_hint is not an ID token of this server"),
  REQUEST_OBJECT(REQUEST_NOT_SUPPORTED, "OIDC Core §6.1", "request objects are not supported"),
  REQUEST_OBJECT_BY_REFERENCE(
      REQUEST_URI_NOT_SUPPORTED, "OIDC Core §6.2", "request_uri is not supported"),
  REQUEST_OBJECT_REQUIRED(
      INVALID_REQUEST, "RFC 9101 §10.5", "the client must send a request object"),
  REGISTRATION(REGISTRATION_NOT_SUPPORTED, "OIDC Core §7.2.1", "registration is not supported"),

  // The user's part
  SIGN_ON_NEEDED(LOGIN_REQUIRED, "OIDC Core §3.1.2.6", "the user must sign in"),
  CONSENT_NEEDED(CONSENT_REQUIRED, "OIDC Core §3.1.2.6", "the user must consent"),
  OTHER_USER(LOGIN_REQUIRED, "OIDC Core §3.1.2.2", "another user than the hinted one is signed in"),
  LOGIN_CANCELLED(ACCESS_DENIED, "RFC 6749 §4.1.2.1", "the user cancelled the sign-in"),
  CONSENT_DENIED(ACCESS_DENIED, "RFC 6749 §4.1.2.1", "the user denied the request"),
  INTERACTION_INVALID(
      INVALID_REQUEST, "RFC 9700 §4.7", "this page does not belong to a request of this browser"),
  INTERACTION_EXPIRED(INVALID_REQUEST, "RFC 9700 §4.7", "this page has been open for too long"),

  // Client authentication
  CREDENTIALS_MISSING(INVALID_CLIENT, "RFC 6749 §2.3", "client authentication is missing"),
  CREDENTIALS_TWICE(
      INVALID_REQUEST, "RFC 6749 §2.3", "use one method of client authentication, not two"),
  CREDENTIALS_MALFORMED(
      INVALID_CLIENT, "RFC 7617 §2", "the Authorization header is not well-formed Basic"),
  CREDENTIALS_WRONG(INVALID_CLIENT, "RFC 6749 §5.2", "client authentication failed"),

  // The token request
  GRANT_TYPE_MISSING(INVALID_REQUEST, "RFC 6749 §5.2", "grant_type is missing"),
  GRANT_TYPE_UNKNOWN(UNSUPPORTED_GRANT_TYPE, "RFC 6749 §5.2", "grant_type is not supported"),
  GRANT_TYPE_NOT_ALLOWED(
      UNAUTHORIZED_CLIENT, "RFC 6749 §5.2", "grant_type is not allowed to this client"),
  CODE_UNKNOWN(INVALID_GRANT, "RFC 6749 §5.2", "code is unknown or expired"),
  CODE_REPLAYED(INVALID_GRANT, "RFC 6749 §4.1.2", "code has been used; its tokens are revoked"),
  CODE_REVOKED(INVALID_GRANT, "RFC 6749 §4.1.2", "code has been revoked"),
  REDIRECT_URI_DIFFERS(
      INVALID_GRANT, "RFC 6749 §4.1.3", "redirect_uri is not that of the authorization request"),
  CODE_VERIFIER_MISSING(INVALID_GRANT, "RFC 7636 §4.6", "code_verifier is missing"),
  CODE_VERIFIER_UNEXPECTED(
      INVALID_GRANT, "RFC 9700 §4.8.2", "code_verifier was sent for a code without challenge"),
  CODE_VERIFIER_MALFORMED(
      INVALID_GRANT, "RFC 7636 §4.1", "code_verifier is not 43 to 128 unreserved characters"),
  CODE_VERIFIER_WRONG(INVALID_GRANT, "RFC 7636 §4.6", "code_verifier does not match"),
  USER_INACTIVE(INVALID_GRANT, "RFC 6749 §5.2", "the user is not active"),
  SESSION_ENDED(INVALID_GRANT, "RFC 6749 §5.2", "the session of the user has ended"),
  REFRESH_TOKEN_UNKNOWN(INVALID_GRANT, "RFC 6749 §5.2", "refresh_token is unknown or expired"),
  REFRESH_TOKEN_REPLAYED(
      INVALID_GRANT, "RFC 9700 §4.14.2", "refresh_token has been used; its family is revoked"),
  REFRESH_TOKEN_REVOKED(INVALID_GRANT, "RFC 6749 §5.2", "refresh_token has been revoked"),
  OFFLINE_ACCESS_WITHDRAWN(
      INVALID_GRANT, "RFC 6749 §6", "the client is no longer allowed offline access"),
  SCOPE_EXCEEDS_GRANT(INVALID_SCOPE, "RFC 6749 §6", "scope is more than was granted"),
  SCOPE_NEEDS_USER(
      INVALID_SCOPE, "RFC 6749 §4.4", "openid and offline_access need a user, here is none"),
  PUBLIC_CLIENT(
      UNAUTHORIZED_CLIENT, "RFC 6749 §4.4", "client_credentials needs a confidential client"),

  // Protected resources
  TOKEN_MISSING(INVALID_TOKEN, "RFC 6750 §3.1", "an access token is missing"),
  TOKEN_TWICE(INVALID_REQUEST, "RFC 6750 §2", "send the access token in one way only"),
  TOKEN_INVALID(INVALID_TOKEN, "RFC 6750 §3.1", "the access token is invalid, expired or revoked"),
  OPENID_SCOPE_NEEDED(
      INSUFFICIENT_SCOPE, "OIDC Core §5.3.1", "the access token lacks the scope openid"),

  // Sign-out
  LOGOUT_HINT_INVALID(
      INVALID_REQUEST, "OIDC RP-Initiated Logout §4", "id_token_hint is not valid here"),
  LOGOUT_URI_UNREGISTERED(
      INVALID_REQUEST,
      "OIDC RP-Initiated Logout §3",
      "post_logout_redirect_uri is not one that the client registered"),

  // Ourselves
  METHOD_NOT_ALLOWED(INVALID_REQUEST, "RFC 9110 §15.5.6", "this method is not allowed here"),
  NOT_FOUND(INVALID_REQUEST, "RFC 9110 §15.5.5", "there is nothing at this address"),
  STORE_UNAVAILABLE(
      TEMPORARILY_UNAVAILABLE, "RFC 6749 §4.1.2.1", "the server is busy; try again in a moment"),
  INTERNAL(SERVER_ERROR, "RFC 6749 §4.1.2.1", "the server failed; try again later");

  private final OAuthError error;
  private final String section;
  private final String description;

  Refusal(OAuthError error, String section, String description) {
    this.error = error;
    this.section = section;
    this.description = description;
  }

  /** The stable reason code, as in logs and documentation. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public OAuthError error() {
    return error;
  }

  /** The specification and section that ask for the refusal. */
  public String section() {
    return section;
  }

  /** What a developer is told. */
  public String description() {
    return description;
  }
}
