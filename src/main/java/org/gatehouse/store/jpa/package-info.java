/**
 * Clients and resources in the database, by Jakarta Persistence. Entities never leave the package;
 * the tables are those of {@code db/migration}. Nobody but {@code app} sees this package.
 */
@NullMarked
package org.gatehouse.store.jpa;

import org.jspecify.annotations.NullMarked;
