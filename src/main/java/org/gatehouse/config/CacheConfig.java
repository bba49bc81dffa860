package org.gatehouse.config;

import java.time.Duration;

/**
 * What is held in memory of clients and resources that lie elsewhere.
 *
 * @param clientLifetime how long a client, or that there is none, is used without a look
 * @param resourceLifetime how long resources are used without a look
 * @param clients of how many names of clients answers are held
 * @param poll how often a node looks whether anything changed
 */
public record CacheConfig(
    Duration clientLifetime, Duration resourceLifetime, int clients, Duration poll) {}
