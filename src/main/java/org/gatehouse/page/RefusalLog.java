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

  /** What we failed at is a warning, with the kind of the cause; its trace is for debugging. */
  private static void write(OAuthException refused, String reference) {
    Refusal refusal = refused.refusal();
    Optional<Throwable> cause = Optional.ofNullable(refused.getCause());
    LOG.log(
        cause.isPresent() ? Level.WARNING : Level.INFO,
        "refused {0}: {1}, {2} ({3}){4}",
        reference,
        refusal.id(),
        refusal.description(),
        refusal.section(),
        cause.map(each -> " because of " + each.getClass().getName()).orElse(""));
    cause.ifPresent(each -> LOG.log(Level.DEBUG, "the cause of " + refusal.id(), each));
  }
}
