package org.gatehouse.page;

import java.util.List;
import java.util.Optional;

/**
 * Asks the user what the client may have (OIDC Core §3.1.2.4).
 *
 * @param client who asks
 * @param ticket the request that this page belongs to; travels hidden
 * @param userName who is signed in
 * @param identityScopes what the client would learn about the user
 * @param apiScopes what the client could do
 * @param mayRemember true: the decision can be kept
 */
public record ConsentPage(
    Texts texts,
    ClientCard client,
    String ticket,
    String userName,
    List<ScopeItem> identityScopes,
    List<ScopeItem> apiScopes,
    boolean mayRemember)
    implements Page {
  public ConsentPage {
    userName = PlainText.of(userName);
    identityScopes = List.copyOf(identityScopes);
    apiScopes = List.copyOf(apiScopes);
  }

  @Override
  public String title() {
    return texts.get("consent.title");
  }

  @Override
  public String template() {
    return "consent.jte";
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
    return "ConsentPage[" + client + "]";
  }
}
