package org.gatehouse.demo;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One authorization request of a client, with what the client remembers of it.
 *
 * @param endpoint the authorization endpoint
 * @param parameters of the request
 * @param verifier the secret behind the code challenge (RFC 7636 §4.1)
 */
public record Attempt(URI endpoint, Map<String, String> parameters, CodeVerifier verifier) {
  public String get(String name) {
    return parameters.get(name);
  }

  /** The same with another value, which may break it. */
  public Attempt with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    changed.put(name, value);
    return new Attempt(endpoint, changed, verifier);
  }

  public Attempt without(String name) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    changed.remove(name);
    return new Attempt(endpoint, changed, verifier);
  }

  public String query() {
    return parameters.entrySet().stream()
        .map(each -> HtmlForm.encode(each.getKey()) + "=" + HtmlForm.encode(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** The address to send the browser to. */
  public URI uri() {
    return URI.create(endpoint + "?" + query());
  }
}
