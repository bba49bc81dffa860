/**
 * The user's sign-on in one browser: signing in, the session and its cookies, signing out. Pages
 * and HTTP are at the edge.
 */
@NullMarked
package org.gatehouse.session;

import org.jspecify.annotations.NullMarked;
