package org.gatehouse.cluster.load;

import org.gatehouse.demo.Browser;

/**
 * What one user has at the server: a consent, and a grant that a client holds.
 *
 * @param user the number of the user
 * @param browser the one in which the user has signed in
 */
record Holding(int user, Grant grant, Browser browser) {}
