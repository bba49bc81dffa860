package org.gatehouse.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is kept in a store, opened and sealed by the master key. */
public final class SealedKeys {
  private static final System.Logger LOG = System.getLogger(SealedKeys.class.getName());

  /** No installation has so many; a store that shows more is not believed. */
  private static final int MOST = 10_000;

  private final SealedKeyStore store;
  private final MasterKey master;

  public SealedKeys(SealedKeyStore store, MasterKey master) {
    this.store = store;
    this.master = master;
  }

  /**
   * Reads the content of a slot; empty where it is not what it should be.
   *
   * @param <T> what it reads
   */
  @FunctionalInterface
  public interface Reader<T> {
    Optional<T> read(SealedKey sealed, byte[] plain);
  }

  /**
   * Everything of a kind.
   *
   * @throws KeyMaterialException naming every entry that does not open
   */
  public <T> List<T> findAll(KeyKind kind, Reader<T> reader) {
    List<SealedKey> kept = store.findAll(kind);
    if (kept.size() > MOST) {
      throw new KeyMaterialException(
          "There are more than " + MOST + " keys around " + location(kept.get(0)) + ".");
    }
    List<T> all = new ArrayList<>();
    List<String> closed = new ArrayList<>();
    for (SealedKey sealed : kept) {
      master
          .open(purpose(kind), sealed.envelope())
          .flatMap(plain -> reader.read(sealed, plain))
          .ifPresentOrElse(all::add, () -> closed.add(location(sealed)));
    }
    if (!closed.isEmpty()) {
      throw unreadable(kind, closed);
    }
    return all;
  }

  /** Keeps something new; false when the slot is taken. */
  public boolean create(KeyKind kind, String slot, byte[] plain) {
    return store.create(new SealedKey(kind, slot, master.seal(purpose(kind), plain)));
  }

  /** Puts something else in place of what is known; false when another was faster. */
  public boolean replace(SealedKey known, byte[] plain) {
    return store.replace(known, master.seal(purpose(known.kind()), plain));
  }

  /** Seals by the master key what a former one sealed. What does not open is left alone. */
  public void sealAnew(KeyKind kind) {
    Purpose purpose = purpose(kind);
    for (SealedKey sealed : store.findAll(kind)) {
      if (!master.sealed(purpose, sealed.envelope())) {
        Optional<byte[]> plain = master.open(purpose, sealed.envelope());
        if (plain.isPresent() && replace(sealed, plain.get())) {
          LOG.log(System.Logger.Level.INFO, "{0} is sealed by the new master key", sealed);
        }
      }
    }
  }

  public String location(KeyKind kind, String slot) {
    return store.location(kind, slot);
  }

  private String location(SealedKey sealed) {
    return store.location(sealed.kind(), sealed.slot());
  }

  private static Purpose purpose(KeyKind kind) {
    return switch (kind) {
      case RING -> Purpose.DATA_KEY;
      case SIGNING -> Purpose.SIGNING_KEY;
      case MARK -> Purpose.KEY_MARK;
      case CANARY -> throw new IllegalArgumentException("the ring seals it, not the master key");
    };
  }

  private static KeyMaterialException unreadable(KeyKind kind, List<String> locations) {
    String what =
        switch (kind) {
          case RING -> "key ring";
          case SIGNING -> "signing key";
          default -> "mark";
        };
    String places = String.join(", ", locations);
    return new KeyMaterialException(
        "The "
            + what
            + " in "
            + places
            + (locations.size() == 1 ? " is" : ": each is")
            + " damaged or was sealed by another master key; restore it or the master key, or remove"
            + " it to have a new one made, which ends whatever the old key sealed or signed.");
  }
}
