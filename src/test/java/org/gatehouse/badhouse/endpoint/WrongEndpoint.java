package org.gatehouse.badhouse.endpoint;

import com.ibm.wsspi.http.HttpRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Instant;
import org.gatehouse.badhouse.authorize.AuthorizeException;
import org.gatehouse.badhouse.authorize.ResponseTarget;
import org.gatehouse.badhouse.grant.WrongSecret;
import org.gatehouse.badhouse.model.Upward;
import org.gatehouse.badhouse.store.ClientStore;
import org.gatehouse.badhouse.store.GrantStore;
import org.gatehouse.badhouse.store.memory.InMemoryGrantStore;

/** Does what an endpoint must not. */
@ApplicationScoped
public class WrongEndpoint {
  @Inject GrantStore grants;
  InMemoryGrantStore memory;

  public WrongEndpoint(InMemoryGrantStore memory) {
    this.memory = memory;
  }

  @Produces
  public Instant now() {
    return Instant.now();
  }

  public void logs(System.Logger log, WrongSecret secret) {
    log.log(Level.INFO, "matched: {0}", secret.matches("a", "b"));
  }

  public ResponseTarget target(String uri) {
    grants.revoke(uri);
    if (uri.isEmpty()) {
      throw new AuthorizeException();
    }
    return new ResponseTarget(uri);
  }

  public String client(ClientStore clients) {
    return clients.find("any");
  }

  public String path(HttpRequest request) {
    return request.getURI();
  }

  public Upward model() {
    return new Upward(this);
  }
}
