package org.gatehouse.admin;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import org.gatehouse.store.ChangeRefused;
import org.gatehouse.store.StoreUnavailableException;

/**
 * Turns whatever ends a request into a problem that names what to do, and nothing of the inside.
 */
@Provider
public class AdminExceptionMapper implements ExceptionMapper<RuntimeException> {
  private static final System.Logger LOG = System.getLogger(AdminExceptionMapper.class.getName());

  @Override
  public Response toResponse(RuntimeException failure) {
    if (failure instanceof WebApplicationException http) {
      return ofHttp(http.getResponse());
    }
    Response answer = problem(failure).response();
    return failure instanceof StoreUnavailableException
        ? Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, 1).build()
        : answer;
  }

  static Problem problem(RuntimeException failure) {
    if (failure instanceof Problem.Refused refused) {
      return refused.problem();
    }
    if (failure instanceof ChangeRefused refused) {
      return of(refused.reason());
    }
    if (failure instanceof StoreUnavailableException) {
      return Problem.UNAVAILABLE;
    }
    LOG.log(Level.ERROR, "a request of the administration failed", failure);
    return Problem.of(500, "Failed", "The log of the server has the cause.");
  }

  private static Problem of(ChangeRefused.Reason reason) {
    return switch (reason) {
      case TAKEN -> Problem.of(409, "Name taken", "Choose another name, or replace what has it.");
      case MISSING -> Problem.of(404, "Not found", "There is none of this name.");
      case STALE ->
          Problem.of(412, "Changed meanwhile", "Read it again, and send its ETag as If-Match.");
      case READ_ONLY ->
          Problem.of(
              405,
              "Read only",
              "These come from files or code. With gatehouse.store.configuration=database they can"
                  + " be changed.");
    };
  }

  private static Response ofHttp(Response original) {
    Problem problem =
        switch (original.getStatus()) {
          case 403 ->
              Problem.of(403, "Not allowed", "The token's scope does not allow this request.");
          case 404 -> Problem.of(404, "Not found", "There is nothing at this address.");
          case 405 -> Problem.of(405, "Method not allowed", "The header Allow names the methods.");
          case 406 -> Problem.of(406, "Not acceptable", "Accept application/json.");
          case 415 -> Problem.of(415, "Wrong media type", "Send application/json.");
          default -> Problem.of(original.getStatus(), "Refused", "Correct the request.");
        };
    Object allow = original.getHeaders().getFirst(HttpHeaders.ALLOW);
    Response answer = problem.response();
    return allow == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
  }
}
