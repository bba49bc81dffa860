package org.gatehouse.page;

import java.util.Optional;

/** A page with everything its template reads; the templates see nothing else. */
public sealed interface Page
    permits LoginPage,
        ConsentPage,
        LogoutPage,
        LoggedOutPage,
        ErrorPage,
        FormPostPage,
        StillSignedInPage {

  /** The language of the reader. */
  Texts texts();

  /** What the tab of the browser and the heading say. */
  String title();

  /** The file below {@code src/main/jte} that is bound to this record. */
  String template();

  /** What the browser may do while it shows the page. */
  PagePolicy policy();

  /** The logo that the page loads from another host. */
  default Optional<String> logoUri() {
    return Optional.empty();
  }

  /** The address of the style sheet; it changes with the content. */
  default String stylesheet() {
    return Asset.STYLESHEET.address();
  }

  /** The address of the icon of the tab. */
  default String icon() {
    return Asset.ICON.address();
  }
}
