package org.gatehouse.crypto.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.gatehouse.crypto.SealedKey;
import org.gatehouse.model.SigningAlgorithm;

/**
 * A signing key that a node made, as it is kept: a JWK in the slot of its algorithm and number.
 * When it is deleted, its public half stays, so that the slot is never filled again.
 *
 * @param number its place among the keys of its algorithm
 * @param activates from when on it may sign
 */
record MadeKey(SealedKey sealed, int number, SigningKey key, Instant created, Instant activates) {

  static String slot(SigningAlgorithm algorithm, int number) {
    return algorithm + "-" + number;
  }

  static Optional<MadeKey> read(SealedKey sealed, byte[] plain) {
    try {
      JWK jwk = JWK.parse(new String(plain, UTF_8));
      if (jwk.getAlgorithm() == null || jwk.getKeyID() == null || jwk.getIssueTime() == null) {
        return Optional.empty();
      }
      SigningAlgorithm algorithm = SigningAlgorithm.valueOf(jwk.getAlgorithm().getName());
      String number = sealed.slot().substring(sealed.slot().lastIndexOf('-') + 1);
      if (!number.matches("[1-9]\\d{0,8}")
          || !sealed.slot().equals(slot(algorithm, Integer.parseInt(number)))) {
        return Optional.empty();
      }
      Date activates = jwk.getNotBeforeTime() == null ? jwk.getIssueTime() : jwk.getNotBeforeTime();
      return Optional.of(
          new MadeKey(
              sealed,
              Integer.parseInt(number),
              new SigningKey(jwk.getKeyID(), algorithm, jwk),
              jwk.getIssueTime().toInstant(),
              activates.toInstant()));
    } catch (ParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String kid() {
    return key.kid();
  }

  boolean isDeleted() {
    return !key.jwk().isPrivate();
  }

  /** What stays of it when it is deleted. */
  byte[] publicHalf() {
    return key.jwk().toPublicJWK().toJSONString().getBytes(UTF_8);
  }

  @Override
  public String toString() {
    return "MadeKey[" + sealed.slot() + ", " + kid() + "]";
  }
}
