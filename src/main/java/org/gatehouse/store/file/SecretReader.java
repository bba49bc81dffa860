package org.gatehouse.store.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import org.gatehouse.model.configuration.Secret;

/** Reads a secret as it is kept. */
final class SecretReader {

  private SecretReader() {}

  static Secret read(Fields in) {
    return new Secret(
        in.required("Value"),
        in.text("Description"),
        in.value("Expiration", "an ISO-8601 date and time", SecretReader::instant),
        in.text("Type", Secret.SHARED_SECRET));
  }

  /** A time without offset is UTC, as IdentityServer4 takes it. */
  private static Optional<Instant> instant(String text) {
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text.contains("T") ? text : text + "T00:00:00",
              OffsetDateTime::from,
              LocalDateTime::from);
      return Optional.of(
          time instanceof OffsetDateTime offset
              ? offset.toInstant()
              : LocalDateTime.from(time).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
