package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.crypto.KeyRing;
import org.gatehouse.crypto.SigningKeys;

/** All keys of the server, loaded at the start. */
@ApplicationScoped
public class KeyMaterial {
  private final KeyRing ring;
  private final SigningKeys signing;

  @Inject
  public KeyMaterial(KeyRing ring, SigningKeys signing) {
    this.ring = ring;
    this.signing = signing;
  }

  @SuppressWarnings("NullAway")
  KeyMaterial() {
    this(null, null); // CDI client proxy
  }

  /** Loads, or at a first start makes, every key; what cannot be read stops the start. */
  void load(StartFaults faults) {
    faults.attempt(ring::load);
    faults.attempt(signing::load);
  }
}
