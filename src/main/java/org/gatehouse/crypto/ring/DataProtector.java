package org.gatehouse.crypto.ring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.crypto.Envelopes;
import org.gatehouse.crypto.Purpose;

/** Seals what leaves our hands for a while, under the key ring that all nodes share. */
@ApplicationScoped
public class DataProtector {
  private final KeyRing ring;

  @Inject
  public DataProtector(KeyRing ring) {
    this.ring = ring;
  }

  @SuppressWarnings("NullAway")
  DataProtector() {
    this(null); // CDI client proxy
  }

  /** Seals the content for one purpose. An envelope has at most 64 KiB. */
  public String seal(Purpose purpose, byte[] plain) {
    RingKey key = ring.current();
    return Envelopes.seal(purpose, plain, key.id(), key.secret());
  }

  /**
   * The content of an envelope of ours for this purpose. Empty for everything else: every fault
   * looks the same.
   */
  public Optional<byte[]> open(Purpose purpose, String envelope) {
    return Envelopes.open(purpose, envelope, id -> ring.byId(id).map(RingKey::secret));
  }
}
