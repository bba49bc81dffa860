package org.gatehouse.page;

import java.util.Optional;

/**
 * Says that the user did not sign out after all.
 *
 * @param client who had asked, where that is known
 */
public record StillSignedInPage(Texts texts, Optional<ClientCard> client) implements Page {

  @Override
  public String title() {
    return texts.get("still-signed-in.title");
  }

  @Override
  public String template() {
    return "still-signed-in.jte";
  }

  @Override
  public PagePolicy policy() {
    return PagePolicy.READING;
  }
}
