/**
 * Grants in the grid of all nodes: in front of a database, which decides every one-time use, or
 * alone, with keys beside them where that is wished. Nobody but {@code app} sees this package.
 */
@NullMarked
package org.gatehouse.store.infinispan;

import org.jspecify.annotations.NullMarked;
