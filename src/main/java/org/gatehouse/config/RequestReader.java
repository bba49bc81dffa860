package org.gatehouse.config;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import org.gatehouse.model.FormBody;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of requests, within the limits and strictly (RFC 6749 §3.1, §3.2). */
@ApplicationScoped
public class RequestReader {
  private final LimitConfig limits;

  @Inject
  public RequestReader(LimitConfig limits) {
    this.limits = limits;
  }

  @SuppressWarnings("NullAway")
  RequestReader() {
    this(null); // CDI client proxy
  }

  /** The query as it came. Repeated parameters are still in it, for whoever can tell the client. */
  public Parameters query(@Nullable String query) {
    if (query == null) {
      return Parameters.none();
    }
    require(query.length() <= limits.requestBody(), Refusal.REQUEST_TOO_LARGE);
    return Parameters.parse(query, limits.parameters());
  }

  /** The form; nothing may be in the query beside it. */
  public Parameters form(@Nullable String query, InputStream body) {
    require(query == null, Refusal.MIXED_PARAMETERS);
    return Parameters.parse(FormBody.read(body, limits.requestBody()), limits.parameters());
  }

  /** The form of a request that is answered directly: nothing repeated, nothing too long. */
  public Parameters formOnly(@Nullable String query, InputStream body) {
    Parameters form = form(query, body).requireNoRepetition();
    form.asMap()
        .forEach(
            (name, value) ->
                require(value.length() <= limits.lengthOf(name), Refusal.PARAMETER_TOO_LONG));
    return form;
  }
}
