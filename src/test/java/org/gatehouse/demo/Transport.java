package org.gatehouse.demo;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Carries the protocol messages of the relying party over HTTP. */
public final class Transport implements HTTPRequestSender {
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /** Sends a message, and gives the answer whatever its status. */
  public HTTPResponse exchange(HTTPRequest request) throws IOException {
    return request.send(this);
  }

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.getURI()).timeout(Duration.ofSeconds(20));
    request
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    String body = request.getBody();
    builder.method(
        request.getMethod().name(),
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    try {
      return converted(http.send(builder.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private static HTTPResponse converted(HttpResponse<String> response) throws IOException {
    HTTPResponse answer = new HTTPResponse(response.statusCode());
    response
        .headers()
        .map()
        .forEach((name, values) -> answer.setHeader(name, values.toArray(String[]::new)));
    answer.setBody(response.body());
    try {
      answer.ensureEntityContentType();
    } catch (ParseException withoutType) {
      throw new IOException("an answer without Content-Type, status " + response.statusCode());
    }
    return answer;
  }
}
