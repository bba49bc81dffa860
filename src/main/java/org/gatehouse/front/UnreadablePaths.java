package org.gatehouse.front;

import com.ibm.wsspi.http.HttpInboundConnection;
import com.ibm.wsspi.http.HttpRequest;
import com.ibm.wsspi.http.WorkClassifier;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.gatehouse.model.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests whose path the web container cannot read (RFC 9110 §15.5.1), as the application
 * would.
 *
 * <p>The container refuses them before any application, with a page of its own. Before it gets a
 * request, the server asks a work classifier on which threads the request shall run; for these
 * there is nothing to run, only the answer to be sent.
 */
public final class UnreadablePaths implements WorkClassifier {
  private static final Logger LOG = System.getLogger("org.gatehouse.refusals");
  private static final Refusal REFUSAL = Refusal.MALFORMED_REQUEST;

  private final PreparedAnswer forPrograms = PreparedAnswer.read("for-programs.http");
  private final PreparedAnswer forPersons = PreparedAnswer.read("for-persons.http");

  /** Null means the threads of the server, as without a classifier. */
  @Override
  public @Nullable Executor classify(HttpRequest request, HttpInboundConnection connection) {
    return PathSyntax.isReadable(request.getURI()) ? null : unread -> refuse(request, connection);
  }

  private void refuse(HttpRequest request, HttpInboundConnection connection) {
    Exception failure = null;
    try {
      PreparedAnswer answer = isPerson(request) ? forPersons : forPrograms;
      answer.write(connection.getResponse(), log());
    } catch (IOException | RuntimeException e) {
      failure = e;
    }
    connection.finish(failure);
  }

  private static boolean isPerson(HttpRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/html");
  }

  /** As page.RefusalLog does; the reference is no secret. */
  private static String log() {
    String uuid = UUID.randomUUID().toString();
    String reference = uuid.substring(uuid.length() - PreparedAnswer.REFERENCE.length());
    LOG.log(
        Level.INFO,
        "refused {0}: {1}, {2} ({3})",
        reference,
        REFUSAL.id(),
        REFUSAL.description(),
        REFUSAL.section());
    return reference;
  }
}
