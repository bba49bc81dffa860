package org.gatehouse.badhouse.helper;

/** Lies in a drawer. */
public class IdHelper {}
