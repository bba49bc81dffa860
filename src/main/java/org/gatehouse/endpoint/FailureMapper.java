package org.gatehouse.endpoint;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.gatehouse.model.Refusal;

/**
 * Turns a failure of ours into an answer that says nothing but that; the log has the rest. An
 * {@link Error} is not ours to go on from: the container logs it, and {@link ErrorServlet} gives
 * the same answer.
 */
@Provider
public class FailureMapper implements ExceptionMapper<RuntimeException> {
  private static final Logger LOG = System.getLogger(FailureMapper.class.getName());

  @Override
  public Response toResponse(RuntimeException failure) {
    LOG.log(Level.ERROR, "a request failed", failure);
    return JsonAnswers.refused(Refusal.INTERNAL);
  }
}
