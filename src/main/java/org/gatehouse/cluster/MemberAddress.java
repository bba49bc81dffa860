package org.gatehouse.cluster;

/**
 * A node and where it listens.
 *
 * @param node the node
 * @param address an address that the others reach
 * @param port its port there
 */
public record MemberAddress(Node node, String address, int port) {}
