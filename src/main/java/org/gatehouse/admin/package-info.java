/**
 * The administration API: clients and resources are read and changed while the server runs, in the
 * JSON of the configuration files. Protected by access tokens of this server's own.
 */
@NullMarked
package org.gatehouse.admin;

import org.jspecify.annotations.NullMarked;
