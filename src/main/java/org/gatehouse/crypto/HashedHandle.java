package org.gatehouse.crypto;

/** The base64url SHA-256 of a handle: finds what the handle stands for and cannot be presented. */
public record HashedHandle(String value) {}
