package org.gatehouse.admin;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Answers of the administration API, with the headers that go with all of them. */
final class AdminAnswers {
  static final Map<String, String> HEADERS =
      Map.of(
          HttpHeaders.CACHE_CONTROL,
          "no-store",
          "X-Content-Type-Options",
          "nosniff",
          "Content-Security-Policy",
          "default-src 'none'; frame-ancestors 'none'",
          "Referrer-Policy",
          "no-referrer");

  private AdminAnswers() {}

  static Response.ResponseBuilder json(Response.ResponseBuilder answer, String body) {
    return with(answer, MediaType.APPLICATION_JSON, body);
  }

  static Response.ResponseBuilder with(Response.ResponseBuilder answer, String type, String body) {
    HEADERS.forEach(answer::header);
    return answer.type(type).entity(body);
  }
}
