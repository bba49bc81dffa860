package org.gatehouse.page;

import java.util.Optional;

/**
 * Says that the user is signed out.
 *
 * @param client where the user came from
 * @param returnUri the way back; shown only where it leads to the web
 */
public record LoggedOutPage(Texts texts, Optional<ClientCard> client, Optional<String> returnUri)
    implements Page {
  public LoggedOutPage {
    returnUri = returnUri.flatMap(WebLink::keep);
  }

  @Override
  public String title() {
    return texts.get("logged-out.title");
  }

  @Override
  public String template() {
    return "logged-out.jte";
  }

  @Override
  public PagePolicy policy() {
    return PagePolicy.READING;
  }
}
