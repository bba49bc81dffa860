package org.gatehouse.admin;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The description of this API (OpenAPI 3.1). */
@ApplicationScoped
@Path("openapi.json")
@DenyAll
public class DocumentResource {
  private static final String DOCUMENT = "/admin/openapi.json";

  @GET
  @RolesAllowed({Roles.VIEWER, Roles.ADMIN})
  public Response document() {
    return AdminAnswers.json(Response.ok(), text()).build();
  }

  static String text() {
    try (InputStream in = DocumentResource.class.getResourceAsStream(DOCUMENT)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
