package org.gatehouse.store;

/** A grant that is to be kept, and where. */
public record NewGrant(GrantKey key, StoredGrant grant) {}
