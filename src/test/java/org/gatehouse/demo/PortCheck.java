package org.gatehouse.demo;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Looks before the demo starts its server whether the ports are free, and names the one that is
 * not.
 */
public final class PortCheck {
  private PortCheck() {}

  public static void main(String[] arguments) {
    check("HTTP_PORT", 9080);
    check("HTTPS_PORT", 9443);
  }

  private static void check(String variable, int ordinary) {
    String host = System.getenv().getOrDefault("HTTP_HOST", "127.0.0.1");
    String value = System.getenv().getOrDefault(variable, String.valueOf(ordinary));
    if (!value.matches("[1-9][0-9]{0,4}")) {
      throw new DemoFailed(variable + " is not a port number: " + value);
    }
    int port = Integer.parseInt(value);
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    } catch (BindException inUse) {
      throw new DemoFailed("port " + port + " is in use; set " + variable + " to a free one");
    } catch (IOException | IllegalArgumentException unusable) {
      throw new DemoFailed(host + ":" + port + " cannot be listened on: " + unusable.getMessage());
    }
  }
}
