/** What the browser of a user asks for directly: the pages' addresses and their assets. */
@NullMarked
package org.gatehouse.ui;

import org.jspecify.annotations.NullMarked;
