package org.gatehouse.page;

import java.util.Optional;

/**
 * Asks for username and password (OIDC Core §3.1.2.3).
 *
 * @param client who asks for the sign-in
 * @param ticket the request that this page belongs to; travels hidden
 * @param username what is already known of the user, or empty
 * @param failed true: the last try was refused
 * @param again true: there is a session, but the client asks for a fresh sign-in
 */
public record LoginPage(
    Texts texts, ClientCard client, String ticket, String username, boolean failed, boolean again)
    implements Page {

  @Override
  public String title() {
    return texts.get("login.title");
  }

  @Override
  public String template() {
    return "login.jte";
  }

  @Override
  public PagePolicy policy() {
    return PagePolicy.FORM;
  }

  @Override
  public Optional<String> logoUri() {
    return client.logoUri();
  }

  /** Without the ticket, which stays out of logs, and without the user. */
  @Override
  public String toString() {
    return "LoginPage[" + client + "]";
  }
}
