package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("MicroProfile Health: the deployed application")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HealthIT {
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void isReady() throws IOException, InterruptedException {
    HttpResponse<String> response = get("/health/ready");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"status\":\"UP\"");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(Deployments.baseUri().resolve(path)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
