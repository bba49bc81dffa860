/**
 * The cluster: the life of the cache manager, how nodes find each other, and how this one stands to
 * the rest. What is kept in the caches is the matter of {@code store.infinispan}.
 */
@NullMarked
package org.gatehouse.cluster;

import org.jspecify.annotations.NullMarked;
