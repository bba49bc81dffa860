package org.gatehouse.page;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.gatehouse.model.Refusal;

/**
 * Says what went wrong, where no client may be told (RFC 6749 §4.1.2.1).
 *
 * @param sentence for the user
 * @param reference what the operator finds in the log
 * @param detail for developers; left out in production
 * @param nextStepUri where the user can go on: a path of ours or an address on the web
 */
public record ErrorPage(
    Texts texts,
    String sentence,
    String reference,
    Optional<String> detail,
    Optional<String> nextStepUri)
    implements Page {
  private static final Map<Refusal, String> SENTENCES =
      Map.ofEntries(
          entry(Refusal.CLIENT_ID_MISSING, "error.client"),
          entry(Refusal.CLIENT_UNKNOWN, "error.client"),
          entry(Refusal.REDIRECT_URI_MISSING, "error.client"),
          entry(Refusal.REDIRECT_URI_UNREGISTERED, "error.client"),
          entry(Refusal.INTERACTION_INVALID, "error.interaction"),
          entry(Refusal.INTERACTION_EXPIRED, "error.expired"),
          entry(Refusal.LOGOUT_HINT_INVALID, "error.logout"),
          entry(Refusal.LOGOUT_URI_UNREGISTERED, "error.logout"),
          entry(Refusal.NOT_FOUND, "error.not-found"),
          entry(Refusal.STORE_UNAVAILABLE, "error.unavailable"),
          entry(Refusal.INTERNAL, "error.internal"));

  public ErrorPage {
    sentence = PlainText.of(sentence);
    reference = PlainText.of(reference);
    detail = detail.map(PlainText::of);
    nextStepUri = nextStepUri.flatMap(ErrorPage::ownPathOrWebLink);
  }

  /** The page for a refusal, in words for the user; developers also get its description. */
  public static ErrorPage of(
      Texts texts, Refusal refusal, String reference, boolean forDevelopers) {
    Optional<String> detail =
        Optional.of(refusal.id() + ": " + refusal.description() + " (" + refusal.section() + ")");
    return new ErrorPage(
        texts,
        texts.get(SENTENCES.getOrDefault(refusal, "error.request")),
        reference,
        detail.filter(text -> forDevelopers),
        Optional.empty());
  }

  @Override
  public String title() {
    return texts.get("error.title");
  }

  @Override
  public String template() {
    return "error.jte";
  }

  @Override
  public PagePolicy policy() {
    return PagePolicy.READING;
  }

  private static Optional<String> ownPathOrWebLink(String address) {
    boolean ownPath = address.matches("/(?![/\\\\])[\\x21-\\x7e]*");
    return ownPath ? Optional.of(address) : WebLink.keep(address);
  }
}
