package org.gatehouse.cluster.load;

import java.net.URI;
import org.gatehouse.cluster.bench.Node;

/**
 * The way of a request: through the balancer to whatever node, or straight to one.
 *
 * @param node who will answer; empty through the balancer, which tells it in the answer
 * @param base where requests go instead of the issuer
 */
public record Route(String node, URI base) {
  public static Route balanced(URI issuer) {
    return new Route("", issuer);
  }

  public static Route straight(Node node) {
    return new Route(node.name(), node.uri());
  }

  /** The same resource on this way. */
  URI to(URI address) {
    String query = address.getRawQuery();
    return base.resolve(address.getRawPath() + (query == null ? "" : "?" + query));
  }

  URI to(String path) {
    return base.resolve(path);
  }
}
