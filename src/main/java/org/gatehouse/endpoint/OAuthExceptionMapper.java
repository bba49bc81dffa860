package org.gatehouse.endpoint;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.gatehouse.model.OAuthException;
import org.gatehouse.page.RefusalLog;

/** Turns refusals into JSON (RFC 6749 §5.2). */
@Provider
public class OAuthExceptionMapper implements ExceptionMapper<OAuthException> {
  @Override
  public Response toResponse(OAuthException refused) {
    RefusalLog.write(refused);
    return JsonAnswers.refused(refused.refusal());
  }
}
