/**
 * The protocol's endpoints, one class each: they read the request, call what judges and what
 * issues, and write the answer. No rule of the protocol is decided here.
 */
@NullMarked
package org.gatehouse.endpoint;

import org.jspecify.annotations.NullMarked;
