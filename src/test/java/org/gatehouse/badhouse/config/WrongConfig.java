package org.gatehouse.badhouse.config;

import com.nimbusds.jose.JWSHeader;
import gg.jte.TemplateOutput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.ext.Provider;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.logging.Logger;

/** Uses what belongs elsewhere. */
@Provider
@ApplicationScoped
public record WrongConfig(
    EntityManager entities,
    HttpSession session,
    MessageDigest digest,
    Connection connection,
    Logger log,
    TemplateOutput output,
    JWSHeader header) {
  @Inject
  public WrongConfig {}
}
