package org.gatehouse.config;

/**
 * The administration API.
 *
 * @param enabled false: its addresses are unknown, and nobody gets a token for it
 */
public record AdminConfig(boolean enabled) {}
