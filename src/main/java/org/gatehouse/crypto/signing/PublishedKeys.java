package org.gatehouse.crypto.signing;

/**
 * The published JWK Set (RFC 7517 §5).
 *
 * @param tag changes when the document does (RFC 9110 §8.8.3)
 */
public record PublishedKeys(String json, String tag) {}
