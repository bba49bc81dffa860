package org.gatehouse.model;

/** The page of all reasons for which a request is refused, made from {@link Refusal}. */
final class RefusalPage {
  private RefusalPage() {}

  static String make() {
    StringBuilder page =
        new StringBuilder(
            """
            # Refusals

            Every reason for which a request is refused: its code, as it stands in the log; the
            error that the client gets; the section that asks for it; and what the developer is
            told, as `error_description`. Codes stay the same from version to version; descriptions
            may change. None of them repeats what was sent.

            This page is made from `org.gatehouse.model.Refusal`:
            `mvn test -Dtest=RefusalTest -Dgatehouse.docs.update=true`

            | Reason | Error | Section | Description |
            |---|---|---|---|
            """);
    for (Refusal refusal : Refusal.values()) {
      page.append(
          "| `%s` | `%s` | %s | %s |%n"
              .formatted(
                  refusal.id(), refusal.error().code(), refusal.section(), refusal.description()));
    }
    return page.toString();
  }
}
