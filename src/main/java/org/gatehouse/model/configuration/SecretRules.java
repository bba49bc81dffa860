package org.gatehouse.model.configuration;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What a kept secret has to be. */
final class SecretRules {
  private SecretRules() {}

  static List<Finding> check(String property, List<Secret> secrets) {
    return secrets.stream().flatMap(secret -> check(property, secret).stream()).toList();
  }

  private static Optional<Finding> check(String property, Secret secret) {
    boolean isKept = !secret.type().equals(Secret.SHARED_SECRET) || isHash(secret.value());
    return isKept
        ? Optional.empty()
        : Optional.of(
            Finding.fault(
                property,
                "***",
                "the base64 of a SHA-256 (32 bytes) or SHA-512 (64 bytes) of the secret",
                "hash it: printf %s \"$SECRET\" | openssl dgst -sha256 -binary | openssl base64"));
  }

  private static boolean isHash(String value) {
    try {
      int size = Base64.getDecoder().decode(value).length;
      return size == 32 || size == 64;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
