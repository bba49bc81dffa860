/**
 * The data-protection key ring and what it seals: envelopes for browsers and stores. Does not see
 * signing keys.
 */
@NullMarked
package org.gatehouse.crypto.ring;

import org.jspecify.annotations.NullMarked;
