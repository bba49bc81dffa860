package org.gatehouse.crypto.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 8037: EdDSA")
class EdwardsCurveTest {
  private static final OctetKeyPair KEY =
      new OctetKeyPair.Builder(
              Curve.Ed25519, new Base64URL("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"))
          .d(new Base64URL("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"))
          .build();
  private static final String JWS =
      "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
          + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

  @Test
  @DisplayName("Appendix A.4: signs the example as it is there")
  void signsAsTheSpecificationDoes() throws Exception {
    JWSObject jws =
        new JWSObject(new JWSHeader(JWSAlgorithm.EdDSA), new Payload("Example of Ed25519 signing"));
    jws.sign(EdwardsCurve.signer(KEY));

    assertThat(jws.serialize()).isEqualTo(JWS);
  }

  @Test
  @DisplayName("Appendix A.5: verifies the example, and no change of it")
  void verifiesAsTheSpecificationDoes() {
    byte[] signed = JWS.substring(0, JWS.lastIndexOf('.')).getBytes(US_ASCII);
    byte[] signature = new Base64URL(JWS.substring(JWS.lastIndexOf('.') + 1)).decode();

    assertThat(EdwardsCurve.verifies(KEY.toPublicJWK(), signed, signature)).isTrue();
    signature[5] ^= 1;
    assertThat(EdwardsCurve.verifies(KEY.toPublicJWK(), signed, signature)).isFalse();
    assertThat(EdwardsCurve.verifies(KEY.toPublicJWK(), signed, new byte[0])).isFalse();
  }
}
