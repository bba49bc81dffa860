package org.gatehouse.endpoint;

import jakarta.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gatehouse.model.OAuthError;
import org.gatehouse.model.Refusal;

/** Answers in JSON, with the headers that go with them. */
final class JsonAnswers {
  private JsonAnswers() {}

  /** Metadata that anybody may read and keep for a while. */
  static Response publicDocument(String json) {
    return json(200, json).header(HttpHeaders.CACHE_CONTROL, "public, max-age=300").build();
  }

  /** An answer for one client only (RFC 6749 §5.1). */
  static Response confidential(String json) {
    return noStore(json(200, json)).build();
  }

  /** A refusal that is not redirected (RFC 6749 §5.2). */
  static Response refused(Refusal refusal) {
    return refused(refusal, status(refusal)).build();
  }

  /** The same with a status of HTTP's own, such as 405. */
  static Response.ResponseBuilder refused(Refusal refusal, int status) {
    Response.ResponseBuilder answer = noStore(json(status, body(refusal)));
    if (refusal.error() == OAuthError.INVALID_CLIENT) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"gatehouse\""); // RFC 6749 §5.2
    }
    refusal
        .error()
        .retryAfter()
        .ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
    return answer;
  }

  static String body(Refusal refusal) {
    return Json.createObjectBuilder()
        .add("error", refusal.error().code())
        .add("error_description", refusal.description())
        .build()
        .toString();
  }

  static int status(Refusal refusal) {
    return refusal == Refusal.REQUEST_TOO_LARGE ? 413 : refusal.error().status();
  }

  private static Response.ResponseBuilder noStore(Response.ResponseBuilder answer) {
    return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").header("Pragma", "no-cache");
  }

  private static Response.ResponseBuilder json(int status, String body) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header("X-Content-Type-Options", "nosniff")
        .entity(body);
  }
}
