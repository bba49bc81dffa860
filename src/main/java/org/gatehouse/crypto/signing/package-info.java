/**
 * Signing keys and their life, and the JWTs that they sign and verify. No protocol rules: what a
 * token says is decided elsewhere. Does not see the key ring.
 */
@NullMarked
package org.gatehouse.crypto.signing;

import org.jspecify.annotations.NullMarked;
