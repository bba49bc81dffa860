package org.gatehouse.badhouse.crypto.ring;

import org.gatehouse.badhouse.crypto.signing.WrongSigningKey;

class WrongRing {
  WrongSigningKey key() {
    return new WrongSigningKey();
  }
}
