/**
 * Clients and resources from JSON and YAML files and from code: reading, judging, and the stores
 * that answer from them. Only {@code app} sees it.
 */
@NullMarked
package org.gatehouse.store.file;

import org.jspecify.annotations.NullMarked;
