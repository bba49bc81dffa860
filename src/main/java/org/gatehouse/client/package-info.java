/**
 * Who a client is and what it may do: authentication, one file for each method, and the rules on
 * grants and scopes. Nothing here knows HTTP or a kind of grant.
 */
@NullMarked
package org.gatehouse.client;

import org.jspecify.annotations.NullMarked;
