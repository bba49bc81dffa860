package org.gatehouse.crypto.ring;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gatehouse.crypto.Envelopes;
import org.gatehouse.crypto.KeyKind;
import org.gatehouse.crypto.Purpose;
import org.gatehouse.crypto.SealedKey;
import org.gatehouse.crypto.SealedKeyStore;

/**
 * Something that one node sealed by its key ring and kept with the data that all nodes share. A
 * node that does not open it has another ring than they.
 */
public final class Canary {
  private static final String SLOT = "1";
  private static final byte[] CONTENT = "canary".getBytes(US_ASCII);

  private final KeyRing ring;
  private final DataProtector protector;
  private final SealedKeyStore shared;

  /**
   * @param shared where the data is that all nodes share, also when keys are elsewhere
   */
  public Canary(KeyRing ring, DataProtector protector, SealedKeyStore shared) {
    this.ring = ring;
    this.protector = protector;
    this.shared = shared;
  }

  /** Why this node's ring is not the others'; empty where it is. */
  public Optional<String> fault() {
    Optional<SealedKey> kept = find();
    if (kept.isEmpty()) {
      shared.create(new SealedKey(KeyKind.CANARY, SLOT, seal()));
      kept = find(); // another node may have been first
    }
    boolean opens =
        kept.filter(this::opens).isPresent() || kept.filter(this::isRenewed).isPresent();
    return opens
        ? Optional.empty()
        : Optional.of(
            "The key ring of this node does not open what another node sealed and kept in "
                + shared.location(KeyKind.CANARY, SLOT)
                + "; give all nodes the same gatehouse.store.keys and gatehouse.keys.directory.");
  }

  private boolean opens(SealedKey canary) {
    return protector
        .open(Purpose.CANARY, canary.envelope())
        .filter(opened -> Arrays.equals(opened, CONTENT))
        .isPresent();
  }

  /** What a revoked key sealed is sealed anew, by any node that knows the key. */
  private boolean isRenewed(SealedKey canary) {
    boolean revoked =
        Envelopes.keyId(Purpose.CANARY, canary.envelope()).filter(ring::knows).isPresent();
    if (revoked) {
      shared.replace(canary, seal());
    }
    return revoked && find().filter(this::opens).isPresent();
  }

  private Optional<SealedKey> find() {
    List<SealedKey> kept = shared.findAll(KeyKind.CANARY);
    return kept.stream().filter(key -> key.slot().equals(SLOT)).findFirst();
  }

  private String seal() {
    return protector.seal(Purpose.CANARY, CONTENT);
  }
}
