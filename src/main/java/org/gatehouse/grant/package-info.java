/**
 * Grants at the token endpoint, one file for each {@code grant_type}. A handler judges a request
 * and orders tokens; it does not make them.
 */
@NullMarked
package org.gatehouse.grant;

import org.jspecify.annotations.NullMarked;
