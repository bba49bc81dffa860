package org.gatehouse.demo;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What a browser got.
 *
 * @param address where it came from
 */
public record Answer(URI address, int status, HttpHeaders headers, String body) {
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** Where a redirect leads. */
  public Optional<URI> location() {
    return header("Location").map(address::resolve);
  }

  public boolean isRedirect() {
    return status / 100 == 3 && location().isPresent();
  }

  public Document page() {
    return Jsoup.parse(body, address.toString());
  }

  /** Whether the page has an element with that id. */
  public boolean has(String id) {
    return page().getElementById(id) != null;
  }

  /** The text of that element. */
  public String text(String id) {
    return Expect.present("element " + id + " at " + this, page().getElementById(id)).text();
  }

  /** The form of the page, as a user finds it. */
  public HtmlForm form() {
    return HtmlForm.of(this);
  }

  /** Status and path only: a query may hold a code. */
  @Override
  public String toString() {
    String to = location().map(uri -> " to " + uri.getHost() + uri.getPath()).orElse("");
    return status + to + " from " + address.getPath();
  }
}
