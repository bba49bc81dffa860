package org.gatehouse.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A browser without scripts: it keeps the cookies of one site, follows redirects within it, and
 * stops where it would leave for another.
 */
public final class Browser {
  private static final int MOST_REDIRECTS = 10;
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI site;
  private final Secrets secrets;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final List<String> setCookies = new ArrayList<>();

  public Browser(URI site, Secrets secrets) {
    this.site = site;
    this.secrets = secrets;
  }

  /** The cookies that the browser holds, by name. */
  public Map<String, String> cookies() {
    return cookies;
  }

  /** Every {@code Set-Cookie} so far. */
  public List<String> setCookies() {
    return setCookies;
  }

  /** Goes to an address, on through the site's own redirects. */
  public Answer open(URI address) {
    return follow(fetch(address));
  }

  public Answer open(String path) {
    return open(site.resolve(path));
  }

  /** Sends a form, and goes on as after {@link #open}. */
  public Answer send(HtmlForm form) {
    return follow(post(form.action(), form.encoded()));
  }

  /** One request by GET. */
  public Answer fetch(URI address) {
    return exchange(HttpRequest.newBuilder(address).GET());
  }

  /** One request by POST. */
  public Answer post(URI address, String body) {
    return exchange(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Goes where an answer leads, as long as that is within the site. */
  public Answer follow(Answer first) {
    Answer answer = first;
    for (int hop = 0; answer.isRedirect() && isHere(answer.location().orElseThrow()); hop++) {
      Expect.that(hop < MOST_REDIRECTS, "an end of redirects", answer);
      Expect.equal("status of a redirect", 303, answer.status());
      answer = fetch(answer.location().orElseThrow());
    }
    return answer;
  }

  private boolean isHere(URI address) {
    return address.getScheme().equals(site.getScheme())
        && address.getAuthority().equals(site.getAuthority());
  }

  private Answer exchange(HttpRequest.Builder request) {
    request.timeout(Duration.ofSeconds(20)).header("Accept", "text/html");
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return new Answer(response.uri(), response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String setCookie) {
    setCookies.add(setCookie);
    String pair = setCookie.split(";", 2)[0];
    String name = pair.substring(0, pair.indexOf('='));
    String value = pair.substring(pair.indexOf('=') + 1);
    if (setCookie.contains("Max-Age=0")) {
      cookies.remove(name);
    } else {
      secrets.add(value);
      cookies.put(name, value);
    }
  }
}
