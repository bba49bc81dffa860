package org.gatehouse.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gatehouse.config.AdminConfig;
import org.gatehouse.fixture.Gatehouse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The administration API while it is off")
class AdminGateTest {
  private final List<String> calls = new ArrayList<>();

  /** Keeps its calls, and answers nothing. */
  private <T> T recorded(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              calls.add(method.getName() + Arrays.toString(arguments));
              return null;
            }));
  }

  @Test
  void isUnknownAndLooksAtNothing() throws Exception {
    Gatehouse gatehouse = new Gatehouse();
    AdminGate gate = new AdminGate(new AdminConfig(false), gatehouse.reader, gatehouse.clients);

    gate.doFilter(
        recorded(HttpServletRequest.class),
        recorded(HttpServletResponse.class),
        recorded(FilterChain.class));

    assertThat(calls).containsExactly("sendError[404]");
  }
}
