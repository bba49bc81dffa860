package org.gatehouse.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.gatehouse.config.ConfigFault;

/**
 * Why a request was refused (RFC 9457).
 *
 * @param status of HTTP
 * @param title what kind of problem it is
 * @param detail what to do
 * @param faults what is wrong with which field
 */
record Problem(int status, String title, String detail, List<ConfigFault> faults) {
  static final String TYPE = "application/problem+json";

  static final Problem UNAVAILABLE =
      of(503, "Not available", "The store does not answer; come again.");

  Problem {
    faults = List.copyOf(faults);
  }

  static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, List.of());
  }

  static Problem invalid(String field, String found, String expected, String fix) {
    return invalid(List.of(new ConfigFault(field, found, expected, fix)));
  }

  static Problem invalid(List<ConfigFault> faults) {
    return new Problem(422, "Not valid", "Correct the fields that are named.", faults);
  }

  Refused refused() {
    return new Refused(this);
  }

  Response response() {
    return AdminAnswers.with(Response.status(status), TYPE, toJson()).build();
  }

  String toJson() {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("title", title).add("status", status).add("detail", detail);
    if (!faults.isEmpty()) {
      JsonArrayBuilder errors = Json.createArrayBuilder();
      faults.forEach(
          fault ->
              errors.add(
                  Json.createObjectBuilder()
                      .add("field", fault.key())
                      .add("found", fault.found())
                      .add("expected", fault.expected())
                      .add("fix", fault.fix())));
      json.add("errors", errors);
    }
    return json.build().toString();
  }

  /** Ends a request with this problem. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Refused(Problem problem) {
      super(problem.title(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }
}
