/** Stores that forget at a stop: for trying, for tests, for one node. */
@NullMarked
package org.gatehouse.store.memory;

import org.jspecify.annotations.NullMarked;
