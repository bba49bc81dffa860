package org.gatehouse.config;

import java.time.Duration;

/**
 * How what has expired leaves the database.
 *
 * @param interval how often one of the nodes does it
 * @param batch how many rows are deleted at once
 */
public record CleanupConfig(Duration interval, int batch) {}
