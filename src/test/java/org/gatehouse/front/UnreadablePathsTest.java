package org.gatehouse.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.wsspi.http.HttpInboundConnection;
import com.ibm.wsspi.http.HttpRequest;
import com.ibm.wsspi.http.WorkClassifier;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 9110 §15.5.1: an unreadable path is answered in front of the web container")
class UnreadablePathsTest {
  private final WorkClassifier paths = new UnreadablePaths();
  private final List<Exception> finished = new ArrayList<>();

  @Test
  void isFoundByTheServer() {
    assertThat(ServiceLoader.load(WorkClassifier.class))
        .singleElement()
        .isInstanceOf(UnreadablePaths.class);
  }

  @Test
  void leavesOtherRequestsToTheServer() {
    FakeResponse response = new FakeResponse(false);

    assertThat(paths.classify(request("/connect/token", "*/*"), connection(response))).isNull();
    assertThat(response.sent()).isEmpty();
    assertThat(finished).isEmpty();
  }

  @Test
  void answersAProgram() {
    FakeResponse response = answer("/connect/%zz", null, false);

    assertThat(response.sent())
        .containsEntry("status", 400)
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("length", (long) response.text().length());
    assertThat(response.text()).startsWith("{\"error\":\"invalid_request\"");
    assertThat(finished).containsExactly((Exception) null);
  }

  @Test
  void answersAPersonUnderAReference() {
    FakeResponse response = answer("/..;/login", "text/html,*/*;q=0.8", false);
    FakeResponse another = answer("/..;/login", "text/html,*/*;q=0.8", false);

    assertThat(response.sent())
        .containsEntry("status", 400)
        .containsEntry("Content-Type", "text/html;charset=UTF-8")
        .containsKey("Content-Security-Policy");
    assertThat(response.text())
        .startsWith("<!doctype html>")
        .doesNotContain(PreparedAnswer.REFERENCE)
        .hasSameSizeAs(another.text())
        .isNotEqualTo(another.text());
  }

  @Test
  void endsTheConnectionWhereNothingCanBeSent() {
    answer("/%", null, true);

    assertThat(finished).singleElement().isInstanceOf(IOException.class);
  }

  private FakeResponse answer(String path, String accept, boolean broken) {
    FakeResponse response = new FakeResponse(broken);
    List<String> handled = new ArrayList<>();
    Executor executor = paths.classify(request(path, accept), connection(response));
    executor.execute(() -> handled.add(path));
    assertThat(handled).isEmpty();
    return response;
  }

  private static HttpRequest request(String path, String accept) {
    return fake(HttpRequest.class, Map.of("getURI", none -> path, "getHeader", name -> accept));
  }

  private HttpInboundConnection connection(FakeResponse response) {
    return fake(
        HttpInboundConnection.class,
        Map.of("getResponse", none -> response, "finish", this::finish));
  }

  private Object finish(Object[] arguments) {
    finished.add((Exception) arguments[0]);
    return null;
  }

  /** An instance that knows these methods only. */
  private static <T> T fake(Class<T> type, Map<String, Function<Object[], Object>> methods) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> methods.get(method.getName()).apply(arguments)));
  }
}
