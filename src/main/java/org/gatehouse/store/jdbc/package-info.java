/**
 * Operational data, keys and leases in the database, by plain SQL. The tables are those of {@code
 * db/migration}. Nobody but {@code app} sees this package.
 */
@NullMarked
package org.gatehouse.store.jdbc;

import org.jspecify.annotations.NullMarked;
