package org.gatehouse.page;

import java.util.Optional;

/**
 * Asks whether the user wants to sign out (OIDC RP-Initiated Logout §2).
 *
 * @param client who asks, where that is known
 * @param ticket the request that this page belongs to; travels hidden
 * @param userName who is signed in
 */
public record LogoutPage(Texts texts, Optional<ClientCard> client, String ticket, String userName)
    implements Page {
  public LogoutPage {
    userName = PlainText.of(userName);
  }

  @Override
  public String title() {
    return texts.get("logout.title");
  }

  @Override
  public String template() {
    return "logout.jte";
  }

  @Override
  public PagePolicy policy() {
    return PagePolicy.FORM;
  }

  @Override
  public Optional<String> logoUri() {
    return client.flatMap(ClientCard::logoUri);
  }

  /** Without the ticket, which stays out of logs, and without the user. */
  @Override
  public String toString() {
    return "LogoutPage[" + client + "]";
  }
}
