package org.gatehouse.page;

import java.util.Map;

/**
 * A page ready to be sent.
 *
 * @param headers to be set on the response as they are, the content type among them
 */
public record RenderedPage(String html, Map<String, String> headers) {
  public RenderedPage {
    headers = Map.copyOf(headers);
  }

  /** The size only: the page may hold tickets and codes. */
  @Override
  public String toString() {
    return "RenderedPage[" + html.length() + " characters]";
  }
}
