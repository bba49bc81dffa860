/**
 * Operational data: what a user or client was granted, from issue to expiry. Values only; keeping
 * them is the business of {@code store}.
 */
@NullMarked
package org.gatehouse.model.grant;

import org.jspecify.annotations.NullMarked;
