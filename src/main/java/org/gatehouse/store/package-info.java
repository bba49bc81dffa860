/**
 * Ports to what is kept, and the typed classes over the grant store. Adapters live in sub-packages
 * that only {@code app} sees.
 */
@NullMarked
package org.gatehouse.store;

import org.jspecify.annotations.NullMarked;
