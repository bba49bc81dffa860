package org.gatehouse.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Adds response parameters to a URI without touching what is there (RFC 6749 §3.1.2, §B). */
public final class RedirectUris {
  private RedirectUris() {}

  /** With parameters in the query; a query of the URI's own stays (RFC 6749 §3.1.2). */
  public static String withQuery(String uri, Map<String, String> parameters) {
    String separator =
        uri.indexOf('?') < 0 ? "?" : uri.endsWith("?") || uri.endsWith("&") ? "" : "&";
    return uri + separator + encode(parameters);
  }

  /** With parameters in the fragment. */
  public static String withFragment(String uri, Map<String, String> parameters) {
    return uri + "#" + encode(parameters);
  }

  /** As a query string or form body; a space becomes {@code %20}, which every reader takes. */
  public static String encode(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
