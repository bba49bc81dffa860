package org.gatehouse.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import org.gatehouse.model.SigningAlgorithm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("SHA-2 as the specifications use it")
class Sha2Test {
  @Test
  @DisplayName("RFC 7636 §B: the challenge of the example's verifier")
  void givesTheChallengeOfTheExample() {
    assertThat(Sha2.base64UrlSha256("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("OIDC Core §3.1.3.6: at_hash is what an independent client computes")
  void givesTheHashThatAClientComputes(SigningAlgorithm algorithm) {
    String token = "an.access.token";

    AccessTokenHash expected =
        AccessTokenHash.compute(
            new BearerAccessToken(token), JWSAlgorithm.parse(algorithm.name()), Curve.Ed25519);
    assertThat(Sha2.leftHalf(algorithm, token)).isEqualTo(expected.getValue());
  }

  @Test
  void comparesWholeStrings() {
    assertThat(ConstantTime.equal("same", "same")).isTrue();
    assertThat(ConstantTime.equal("same", "sama")).isFalse();
    assertThat(ConstantTime.equal("same", "same+")).isFalse();
    assertThat(ConstantTime.equal("", "")).isTrue();
  }
}
