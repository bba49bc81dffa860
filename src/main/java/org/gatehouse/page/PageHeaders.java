package org.gatehouse.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The response headers of a page: what the browser may do with it, and who may keep it. */
final class PageHeaders {
  private PageHeaders() {}

  static Map<String, String> of(Page page) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "text/html;charset=UTF-8");
    headers.put("Content-Language", page.texts().language());
    headers.put("Cache-Control", "no-store"); // pages hold tickets and codes
    headers.put("Content-Security-Policy", contentSecurityPolicy(page));
    headers.put("X-Frame-Options", "DENY"); // for browsers without frame-ancestors
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", referrerPolicy(page.policy()));
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put(
        "Permissions-Policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
    // No Cross-Origin-Opener-Policy: every value but the default cuts the tie between a client and
    // the popup in which it lets the user sign in, and the tie does not come back with the
    // redirect.
    return headers;
  }

  /**
   * Nothing but what the page uses. Pages with a form carry no {@code form-action}: Chromium
   * applies it to every redirect after the post, so it would have to name not only the redirect URI
   * of the client (of any scheme, for native applications) but also where the client sends the user
   * from there. Against planted forms stand the escaping and {@code base-uri}.
   */
  private static String contentSecurityPolicy(Page page) {
    List<String> directives = new ArrayList<>();
    directives.add("default-src 'none'");
    directives.add("style-src 'self'");
    directives.add(
        "img-src 'self'" + page.logoUri().flatMap(WebLink::origin).map(o -> " " + o).orElse(""));
    directives.add("frame-ancestors 'none'");
    directives.add("base-uri 'none'");
    if (page.policy() == PagePolicy.SELF_POSTING) {
      directives.add("script-src '" + FormPostPage.SCRIPT_HASH + "'");
    }
    if (page.policy() == PagePolicy.READING) {
      directives.add("form-action 'none'");
    }
    return String.join("; ", directives);
  }

  /**
   * No address of ours reaches another host. Under {@code no-referrer} browsers send {@code Origin:
   * null} with a post (Fetch §3.1): our own forms shall name their origin, so that it can be
   * checked, and the client may learn which issuer posts to it.
   */
  private static String referrerPolicy(PagePolicy policy) {
    return switch (policy) {
      case FORM -> "same-origin";
      case READING -> "no-referrer";
      case SELF_POSTING -> "origin";
    };
  }
}
