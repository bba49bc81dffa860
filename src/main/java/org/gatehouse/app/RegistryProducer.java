package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.gatehouse.client.ClientAuthenticationMethod;
import org.gatehouse.client.ClientAuthenticationMethods;
import org.gatehouse.grant.GrantHandler;
import org.gatehouse.grant.GrantHandlers;

/** Makes registries of what there are many of; a customer's own beans join them. */
@ApplicationScoped
public class RegistryProducer {
  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  GrantHandlers grantHandlers(@Any Instance<GrantHandler> handlers) {
    return GrantHandlers.of(handlers);
  }

  @Produces
  @Singleton
  ClientAuthenticationMethods clientAuthenticationMethods(
      @Any Instance<ClientAuthenticationMethod> methods) {
    return new ClientAuthenticationMethods(methods.stream().toList());
  }
}
