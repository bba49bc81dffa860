package org.gatehouse.badhouse.authorize;

/** A target. */
public record ResponseTarget(String uri) {}
