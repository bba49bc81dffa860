package org.gatehouse.store;

import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.HashedHandle;
import org.gatehouse.model.grant.GrantType;

/**
 * Where a stored grant lives: its kind and the hash of its handle. The kind is part of the key, so
 * that one kind of handle never opens another.
 */
public record GrantKey(GrantType type, HashedHandle hash) {
  public static GrantKey of(GrantType type, Handle handle) {
    return new GrantKey(type, handle.hashed());
  }
}
