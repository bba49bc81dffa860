package org.gatehouse.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9110 §12.5: what a request prefers")
class ReadablePreferencesTest {
  private static String read(String accept) {
    HttpServletRequest request =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                ReadablePreferencesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getHeader") ? accept : null);
    return new ReadablePreferences(request).getHeader("Accept");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "*",
        "text/html;a=b ; c=d;q=0.5",
        "text/html;a=b;q=.5, */*; q=0",
        "a/b;qq=1;q=1.000"
      })
  void isReadWhereItParses(String accept) {
    assertThat(read(accept)).isEqualTo(accept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text", "text/html;q=2", "text/html;q=0.5;a=b", "text/html;a", "text/html;a=b;"})
  void isNoneWhereItDoesNot(String accept) {
    assertThat(read(accept)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";", ";q=1"})
  void isReadWithAnyNumberOfParameters(String end) {
    String accept = "a/b" + ";a=b".repeat(50_000) + end;

    assertThat(read(accept)).isEqualTo(end.equals(";") ? null : accept);
  }
}
