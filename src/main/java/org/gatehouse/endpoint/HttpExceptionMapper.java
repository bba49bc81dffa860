package org.gatehouse.endpoint;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.gatehouse.model.Refusal;

/** Turns what the container refuses, such as a method or a media type, into our own answers. */
@Provider
public class HttpExceptionMapper implements ExceptionMapper<WebApplicationException> {
  @Override
  public Response toResponse(WebApplicationException refused) {
    Response original = refused.getResponse();
    int status = original.getStatus();
    Response.ResponseBuilder answer = JsonAnswers.refused(refusal(status), status);
    Object allow = original.getHeaders().getFirst(HttpHeaders.ALLOW);
    return (allow == null ? answer : answer.header(HttpHeaders.ALLOW, allow)).build();
  }

  static Refusal refusal(int status) {
    return switch (status) {
      case 404 -> Refusal.NOT_FOUND;
      case 405 -> Refusal.METHOD_NOT_ALLOWED;
      case 413 -> Refusal.REQUEST_TOO_LARGE;
      case 415 -> Refusal.WRONG_MEDIA_TYPE;
      default -> status < 500 ? Refusal.MALFORMED_REQUEST : Refusal.INTERNAL;
    };
  }
}
