/**
 * The words of the protocol: errors, refusals, parameters, scopes, algorithms. Values only; sees
 * nothing but {@code java..}.
 */
@NullMarked
package org.gatehouse.model;

import org.jspecify.annotations.NullMarked;
