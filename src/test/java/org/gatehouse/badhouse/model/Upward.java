package org.gatehouse.badhouse.model;

import org.gatehouse.badhouse.endpoint.WrongEndpoint;

/** Sees a floor above. */
public record Upward(WrongEndpoint endpoint) {}
