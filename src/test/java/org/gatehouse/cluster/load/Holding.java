package org.gatehouse.cluster.load;

/**
 * What one user has at the server: a consent, and a grant that a client holds.
 *
 * @param user the number of the user
 */
record Holding(int user, Grant grant) {}
