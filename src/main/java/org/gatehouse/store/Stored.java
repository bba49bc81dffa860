package org.gatehouse.store;

import java.time.Instant;

/**
 * A client or a resource as it is kept.
 *
 * @param value what it is
 * @param version raised by every change
 * @param created when it was made
 * @param updated when it was changed last
 * @param <T> its type
 */
public record Stored<T>(T value, long version, Instant created, Instant updated) {}
