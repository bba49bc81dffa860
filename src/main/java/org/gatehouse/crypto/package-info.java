/**
 * Secrets, handles, hashes, envelopes, and keys at rest: the port under which they are kept, and
 * the master key that seals them. What is done with keys is in {@code ring} and {@code signing},
 * which this package does not see.
 */
@NullMarked
package org.gatehouse.crypto;

import org.jspecify.annotations.NullMarked;
