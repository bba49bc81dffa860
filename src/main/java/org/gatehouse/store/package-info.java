/**
 * The ports to shared data, and the typed classes that speak its intent. Adapters live in
 * sub-packages that nobody but {@code app} sees; no rule of the protocol lives here.
 */
@NullMarked
package org.gatehouse.store;

import org.jspecify.annotations.NullMarked;
