package org.gatehouse.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Sends a response to the client as a form (OAuth 2.0 Form Post Response Mode §2).
 *
 * @param action the redirect URI, already compared with the registered ones
 * @param fields the parameters of the response, in order
 */
public record FormPostPage(Texts texts, String action, Map<String, String> fields) implements Page {
  /** Hash of the script in {@code form_post.jte}; a test computes it from the page. */
  static final String SCRIPT_HASH = "sha256-ePniVEkSivX/c7XWBGafqh8tSpiRrKiqYeqbG7N1TOE=";

  public FormPostPage {
    if (action.toLowerCase(Locale.ROOT).matches("\\s*(javascript|data|vbscript)\\s*:.*")) {
      throw new IllegalArgumentException("a form is not sent to a script");
    }
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  @Override
  public String title() {
    return texts.get("form-post.title");
  }

  @Override
  public String template() {
    return "form_post.jte";
  }

  @Override
  public PagePolicy policy() {
    return PagePolicy.SELF_POSTING;
  }

  /** The fields are a response with a code: they stay out of logs. */
  @Override
  public String toString() {
    return "FormPostPage[" + action + "]";
  }
}
