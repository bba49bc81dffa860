package org.gatehouse.badhouse.store.memory;

/** An adapter. */
public class InMemoryGrantStore {}
