/**
 * Keys, seals, signatures, hashes and random handles, and the two ports under which keys are kept.
 * No protocol rules: what a token says is decided elsewhere.
 */
@NullMarked
package org.gatehouse.crypto;

import org.jspecify.annotations.NullMarked;
