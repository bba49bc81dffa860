/** Composition: the application, its producers, start and stop. Nothing depends on it. */
@NullMarked
package org.gatehouse.app;

import org.jspecify.annotations.NullMarked;
