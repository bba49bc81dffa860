package org.gatehouse.cluster;

/**
 * This node.
 *
 * @param name what people call it
 * @param startId this one start of it, and no other
 */
public record Node(String name, String startId) {}
