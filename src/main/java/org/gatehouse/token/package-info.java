/**
 * Tokens and what they tell: issuing them, reading them back, claims about users. Which grant they
 * come from is decided elsewhere.
 */
@NullMarked
package org.gatehouse.token;

import org.jspecify.annotations.NullMarked;
