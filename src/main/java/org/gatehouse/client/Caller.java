package org.gatehouse.client;

import java.util.function.Function;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.Client;

/** Who asks about a token and has proven who it is (RFC 7662 §2.1). */
public sealed interface Caller {
  /** Answers for every case. */
  <R> R fold(Function<ApiResource, R> api, Function<Client, R> client);

  /** A protected resource. */
  record Api(ApiResource resource) implements Caller {
    @Override
    public <R> R fold(Function<ApiResource, R> api, Function<Client, R> client) {
      return api.apply(resource);
    }
  }

  /** A client. */
  record App(Client registered) implements Caller {
    @Override
    public <R> R fold(Function<ApiResource, R> api, Function<Client, R> client) {
      return client.apply(registered);
    }
  }
}
