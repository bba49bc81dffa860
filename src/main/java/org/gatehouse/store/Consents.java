package org.gatehouse.store;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.Handles;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.grant.Consent;
import org.gatehouse.model.grant.GrantType;

/** Remembered consent, one for each user and client (OIDC Core §3.1.2.4). */
@ApplicationScoped
public class Consents {
  /** A consent without end is kept this long; nobody asks later. */
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private final GrantStore grants;
  private final GrantPayloads payloads;
  private final Handles handles;
  private final Clock clock;

  @Inject
  public Consents(GrantStore grants, GrantPayloads payloads, Handles handles, Clock clock) {
    this.grants = grants;
    this.payloads = payloads;
    this.handles = handles;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  Consents() {
    this(null, null, null, null); // CDI client proxy
  }

  /** Whether the user's newest remembered decision covers all these scopes. */
  public boolean cover(String subject, String clientId, Set<String> scopes) {
    return kept(subject, clientId).stream()
        .max(Comparator.comparing(StoredGrant::createdAt))
        .flatMap(grant -> payloads.open(key(grant), grant, Consent.class))
        .filter(consent -> consent.expiresAt().map(clock.instant()::isBefore).orElse(true))
        .filter(consent -> consent.scopes().containsAll(scopes))
        .isPresent();
  }

  /**
   * Remembers a decision in place of earlier ones. These end last, so that no failure on the way
   * loses one that the user was told is remembered. The newest counts: one that takes a scope back
   * does so even where the end of the earlier ones fails.
   */
  public void remember(Consent consent) {
    List<StoredGrant> earlier = kept(consent.subject(), consent.clientId());
    StoredGrant stored =
        new StoredGrant(
            handles.nextId(),
            consent.clientId(),
            Optional.of(consent.subject()),
            Optional.empty(),
            clock.instant(),
            consent.expiresAt().orElse(NEVER),
            "");
    NewGrant made = payloads.seal(key(stored), stored, consent);
    require(grants.create(made.key(), made.grant()), Refusal.INTERNAL);
    earlier.forEach(this::end);
  }

  private List<StoredGrant> kept(String subject, String clientId) {
    return grants.findAll(filter(subject, clientId));
  }

  /** This one and no other: each has an authorization of its own, which never comes again. */
  private void end(StoredGrant decision) {
    grants.revokeAll(GrantFilter.ofGrant(decision.grantId()));
  }

  /** Forgets the decision. */
  public void forget(String subject, String clientId) {
    grants.revokeAll(filter(subject, clientId));
  }

  /** Nobody has a handle of it: it is found by user and client. */
  private static GrantKey key(StoredGrant grant) {
    return GrantKey.of(GrantType.CONSENT, new Handle(grant.grantId()));
  }

  private static GrantFilter filter(String subject, String clientId) {
    return GrantFilter.of(GrantType.CONSENT, subject, clientId);
  }
}
