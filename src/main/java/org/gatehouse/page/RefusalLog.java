package org.gatehouse.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.gatehouse.crypto.Handles;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;

/**
 * Tells the operator why something was refused, under a reference that the other side sees. The
 * line holds no input of the request.
 */
@ApplicationScoped
public class RefusalLog {
  private static final Logger LOG = System.getLogger("org.gatehouse.refusals");
  private static final int REFERENCE_LENGTH = 12;

  private static final Series STORE_UNAVAILABLE =
      new Series(
          (time, count) ->
              LOG.log(
                  Level.INFO,
                  "refused {0} times in {1} ms: {2}; not any more for ten seconds",
                  count,
                  time.toMillis(),
                  Refusal.STORE_UNAVAILABLE.id()));

  private final Handles handles;

  @Inject
  public RefusalLog(Handles handles) {
    this.handles = handles;
  }

  @SuppressWarnings("NullAway")
  RefusalLog() {
    this(null); // CDI client proxy
  }

  /** Writes the line, and gives the reference. */
  public String record(OAuthException refused) {
    String reference = handles.nextId().substring(0, REFERENCE_LENGTH);
    write(refused, reference);
    return reference;
  }

  /** Writes the line for an answer that tells the reason itself. */
  public static void write(OAuthException refused) {
    write(refused, "-");
  }

  /**
   * What we failed at is a warning, with the kind of the cause; its trace is for debugging. Of a
   * store that does not answer there is one line when it begins and one when it is over.
   */
  private static void write(OAuthException refused, String reference) {
    Refusal refusal = refused.refusal();
    Optional<Throwable> cause = Optional.ofNullable(refused.getCause());
    LOG.log(
        level(refusal, cause),
        "refused {0}: {1}, {2} ({3}){4}",
        reference,
        refusal.id(),
        refusal.description(),
        refusal.section(),
        cause.map(each -> " because of " + each.getClass().getName()).orElse(""));
    cause.ifPresent(each -> LOG.log(Level.DEBUG, "the cause of " + refusal.id(), each));
  }

  private static Level level(Refusal refusal, Optional<Throwable> cause) {
    if (refusal == Refusal.STORE_UNAVAILABLE) {
      return STORE_UNAVAILABLE.begins() ? Level.WARNING : Level.DEBUG;
    }
    return cause.isPresent() ? Level.WARNING : Level.INFO;
  }
}
