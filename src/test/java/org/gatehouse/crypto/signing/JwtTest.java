package org.gatehouse.crypto.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.gatehouse.fixture.Keys.NOW;
import static org.gatehouse.model.SigningAlgorithm.ES256;
import static org.gatehouse.model.SigningAlgorithm.PS256;
import static org.gatehouse.model.SigningAlgorithm.RS256;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gatehouse.fixture.Keys;
import org.gatehouse.model.SigningAlgorithm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 7519: JWTs of our own")
class JwtTest {
  private static final String TYP = "at+jwt";
  private static final long EXP = NOW.plusSeconds(60).getEpochSecond();
  private static final Map<String, Object> CLAIMS =
      Map.of(
          "iss",
          "https://id.example.com",
          "sub",
          "alice",
          "aud",
          List.of("api1", "api2"),
          "exp",
          EXP,
          "address",
          Map.of("locality", "Köln"),
          "email_verified",
          true);

  private final JwtSigner signer = Keys.signer();
  private final JwtVerifier verifier = Keys.verifier();

  @Nested
  @DisplayName("RFC 7519 §7.1: signing")
  class Signing {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EdDSA") // EdwardsCurveTest has it
    void isAcceptedByAnIndependentVerifier(SigningAlgorithm algorithm) throws Exception {
      String jwt = signer.sign(algorithm, TYP, CLAIMS);

      DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
      processor.setJWSTypeVerifier(
          new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
      processor.setJWSKeySelector(
          new JWSVerificationKeySelector<>(
              JWSAlgorithm.parse(algorithm.name()),
              new ImmutableJWKSet<>(JWKSet.parse(Keys.signing().jwks()))));
      JWTClaimsSet claims = processor.process(jwt, null);
      assertThat(claims.getSubject()).isEqualTo("alice");
      assertThat(claims.getAudience()).containsExactly("api1", "api2");
    }

    @Test
    void writesHeadersThatNameKindKeyAndAlgorithmOnly() throws Exception {
      JWSHeader header = JWSObject.parse(signer.sign(PS256, TYP, CLAIMS)).getHeader();

      assertThat(header.toJSONObject())
          .isEqualTo(
              Map.of("alg", "PS256", "typ", TYP, "kid", Keys.signing().current(PS256).kid()));
    }

    @Test
    void writesSecondsAsWholeNumbers() throws Exception {
      String jwt = signer.sign(ES256, TYP, Map.of("exp", 4_102_444_800L));

      assertThat(JWSObject.parse(jwt).getPayload()).hasToString("{\"exp\":4102444800}");
    }

    @Test
    void writesTextAsItIs() throws Exception {
      String jwt = signer.sign(ES256, TYP, Map.of("name", "<Zoë & Co>"));

      assertThat(JWSObject.parse(jwt).getPayload()).hasToString("{\"name\":\"<Zoë & Co>\"}");
    }

    @Test
    void refusesWhatIsNoJson() {
      Stream.of(
              Map.<String, Object>of("exp", NOW),
              Map.<String, Object>of("uri", List.of(URI.create("https://example.com"))),
              Map.<String, Object>of("n", Double.NaN),
              Map.<String, Object>of("map", Map.of(1, "one")))
          .forEach(
              claims ->
                  assertThatIllegalArgumentException()
                      .isThrownBy(() -> signer.sign(ES256, TYP, claims)));
    }

    @Test
    void refusesAnAlgorithmThatIsNotEnabled() {
      JwtSigner other = Keys.signer(Keys.signingKeys(ES256));

      assertThatIllegalArgumentException().isThrownBy(() -> other.sign(RS256, TYP, CLAIMS));
    }
  }

  @Nested
  @DisplayName("RFC 7519 §7.2, RFC 8725: verifying")
  class Verifying {
    @ParameterizedTest
    @EnumSource
    void recognisesWhatWeSigned(SigningAlgorithm algorithm) {
      VerifiedJwt jwt = verifier.verify(signer.sign(algorithm, TYP, CLAIMS), TYP).orElseThrow();

      assertThat(jwt.claims()).isEqualTo(CLAIMS);
      assertThat(jwt.typ()).isEqualTo(TYP);
      assertThat(jwt).hasToString("VerifiedJwt[at+jwt]");
    }

    @Test
    void readsClaimsByType() {
      VerifiedJwt jwt = verifier.verify(signer.sign(ES256, TYP, CLAIMS), "JWT", TYP).orElseThrow();

      assertThat(jwt.issuer()).contains("https://id.example.com");
      assertThat(jwt.subject()).contains("alice");
      assertThat(jwt.audience()).containsExactly("api1", "api2");
      assertThat(jwt.expiresAt()).contains(Instant.ofEpochSecond(EXP));
      assertThat(jwt.issuedAt()).isEmpty();
      assertThat(jwt.claim("email_verified")).contains(true);
      assertThat(jwt.claim("name")).isEmpty();
      assertThat(jwt.string("exp")).isEmpty();
      assertThat(jwt.instant("sub")).isEmpty();
      assertThat(jwt.strings("sub")).containsExactly("alice");
      assertThat(jwt.strings("email_verified")).isEmpty();
    }

    @Test
    void readsANullAsAnAbsentClaim() throws Exception {
      JWSObject jwt =
          new JWSObject(
              Signatures.header(Keys.signing().current(ES256))
                  .type(new JOSEObjectType(TYP))
                  .build(),
              new Payload("{\"sub\":null,\"iss\":\"here\"}"));
      jwt.sign(Signatures.signer(Keys.signing().current(ES256)));

      assertThat(verifier.verify(jwt.serialize(), TYP).orElseThrow().claims())
          .isEqualTo(Map.of("iss", "here"));
    }

    @Test
    void leavesTheTimeToTheCaller() {
      assertThat(verifier.verify(signer.sign(ES256, TYP, Map.of("exp", 0L)), TYP)).isPresent();
    }

    @Test
    @DisplayName("RFC 8725 §3.11: another kind is refused")
    void refusesAnotherKind() {
      assertThat(verifier.verify(signer.sign(ES256, "JWT", CLAIMS), TYP)).isEmpty();
      assertThat(verifier.verify(signer.sign(ES256, TYP, CLAIMS))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RS256", "ES256"})
    void refusesEveryChangedCharacter(SigningAlgorithm algorithm) {
      String jwt = signer.sign(algorithm, TYP, CLAIMS);

      for (int i = 0; i < jwt.length(); i++) {
        StringBuilder changed = new StringBuilder(jwt);
        changed.setCharAt(i, (char) (changed.charAt(i) ^ 1));
        assertThat(verifier.verify(changed.toString(), TYP)).as("%s", changed).isEmpty();
      }
    }

    @Test
    void refusesEveryTruncation() {
      String jwt = signer.sign(ES256, TYP, CLAIMS);

      for (int i = 0; i < jwt.length(); i++) {
        assertThat(verifier.verify(jwt.substring(0, i), TYP)).isEmpty();
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", ".", "..", "a.b.c", "e30..", "e30.e30.", "W10.W10.W10", "\0", "é.é.é"})
    void refusesWhatIsNoJwt(String text) {
      assertThat(verifier.verify(text, TYP)).isEmpty();
    }

    @Test
    void refusesKeysOfAnotherServer() {
      String jwt = Keys.signer(Keys.signingKeys(ES256)).sign(ES256, TYP, CLAIMS);

      assertThat(verifier.verify(jwt, TYP)).isEmpty();
    }

    @Test
    void refusesAnUnsignedJwt() {
      String kid = Keys.signing().current(RS256).kid();

      assertThat(verifier.verify(forged("none", kid) + ".", TYP)).isEmpty();
      assertThat(verifier.verify(forged("RS256", kid) + ".", TYP)).isEmpty();
      assertThat(verifier.verify(forged("RS256", kid) + ".AAAA", TYP)).isEmpty();
    }

    @Test
    @DisplayName("CVE-2022-21449: a signature of zeros is refused")
    void refusesASignatureOfZeros() {
      String zeros = Base64URL.encode(new byte[64]).toString();

      String jwt = forged("ES256", Keys.signing().current(ES256).kid()) + "." + zeros;
      assertThat(verifier.verify(jwt, TYP)).isEmpty();
    }

    @Test
    @DisplayName("RFC 8725 §3.1: the algorithm is the key's")
    void refusesAnotherAlgorithmOfTheSameKey() throws Exception {
      SigningKey key = Keys.signing().current(RS256);
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.PS256)
              .type(new JOSEObjectType(TYP))
              .keyID(key.kid())
              .build();
      JWSObject jwt = new JWSObject(header, new Payload(CLAIMS));
      jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(key.jwk(), JWSAlgorithm.PS256));

      assertThat(verifier.verify(jwt.serialize(), TYP)).isEmpty();
    }

    @Test
    @DisplayName("RFC 8725 §2.1: the public key is no shared secret")
    void refusesAPublicKeyUsedAsASecret() throws Exception {
      SigningKey key = Keys.signing().current(RS256);
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.HS256)
              .type(new JOSEObjectType(TYP))
              .keyID(key.kid())
              .build();
      JWSObject jwt = new JWSObject(header, new Payload(CLAIMS));
      jwt.sign(new MACSigner(key.jwk().toPublicJWK().toJSONString()));

      assertThat(verifier.verify(jwt.serialize(), TYP)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.gatehouse.crypto.signing.JwtTest#furtherHeaders")
    @DisplayName("RFC 8725 §3.10: headers that point to keys or ask for more are refused")
    void refusesFurtherHeaders(UnaryOperator<JWSHeader.Builder> change) throws Exception {
      SigningKey key = Keys.signing().current(ES256);
      JWSHeader.Builder header =
          new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType(TYP)).keyID(key.kid());
      JWSObject jwt = new JWSObject(change.apply(header).build(), new Payload(CLAIMS));
      jwt.sign(Signatures.signer(key));

      assertThat(verifier.verify(jwt.serialize(), TYP)).isEmpty();
    }

    @Test
    void refusesTooLongAJwt() {
      String jwt = signer.sign(ES256, TYP, Map.of("long", "x".repeat(40_000)));

      assertThat(verifier.verify(jwt, TYP)).isEmpty();
    }

    @Test
    void refusesDeepJson() {
      String deep = Base64URL.encode("{\"a\":".repeat(7_000)).toString();
      String shallowEnough = Base64URL.encode("[".repeat(700)).toString();

      assertThat(verifier.verify(deep + "." + deep + ".AAAA", TYP)).isEmpty();
      assertThat(verifier.verify(shallowEnough + ".e30.AAAA", TYP)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[[\"sub\",\"alice\"]]", "text", "null", "{"})
    void refusesASignedPayloadThatIsNoObject(String payload) throws Exception {
      SigningKey key = Keys.signing().current(ES256);
      JWSHeader header = Signatures.header(key).type(new JOSEObjectType(TYP)).build();
      JWSObject jwt = new JWSObject(header, new Payload(payload));
      jwt.sign(Signatures.signer(key));

      assertThat(verifier.verify(jwt.serialize(), TYP)).isEmpty();
    }
  }

  static List<UnaryOperator<JWSHeader.Builder>> furtherHeaders() {
    URI elsewhere = URI.create("https://attacker.example/jwks");
    return Arrays.asList(
        header -> header.jwkURL(elsewhere),
        header -> header.x509CertURL(elsewhere),
        header -> header.jwk(Keys.signing().current(ES256).jwk().toPublicJWK()),
        header -> header.criticalParams(Set.of("x")).customParam("x", 1),
        header -> header.base64URLEncodePayload(true).criticalParams(Set.of("b64")),
        header -> header.contentType("JWT"),
        header -> header.keyID(null),
        header -> header.type(null));
  }

  private static String forged(String alg, String kid) {
    String header = "{\"alg\":\"" + alg + "\",\"typ\":\"" + TYP + "\",\"kid\":\"" + kid + "\"}";
    return Base64URL.encode(header) + "." + Base64URL.encode("{\"sub\":\"admin\"}");
  }
}
