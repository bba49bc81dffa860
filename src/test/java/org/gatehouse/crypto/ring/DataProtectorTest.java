package org.gatehouse.crypto.ring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.gatehouse.crypto.Purpose.ERROR;
import static org.gatehouse.crypto.Purpose.INTERACTION;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.AESEncrypter;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.util.Base64URL;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.gatehouse.crypto.Purpose;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.MemoryKeyStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 7516: sealed envelopes")
class DataProtectorTest {
  private static final byte[] PLAIN = "{\"state\":\"größe\"}".getBytes(UTF_8);

  private static final KeyRing RING = Keys.ring(new MemoryKeyStore());

  private final DataProtector protector = new DataProtector(RING);
  private final String envelope = protector.seal(INTERACTION, PLAIN);

  @ParameterizedTest
  @EnumSource
  void opensWhatItSealed(Purpose purpose) {
    assertThat(protector.open(purpose, protector.seal(purpose, PLAIN))).contains(PLAIN);
  }

  @Test
  void opensTheEmptyContent() {
    assertThat(protector.open(ERROR, protector.seal(ERROR, new byte[0]))).contains(new byte[0]);
  }

  @Test
  void isReadableWithTheKeyByAnotherLibraryCall() throws Exception {
    JWEObject jwe = JWEObject.parse(envelope);
    jwe.decrypt(new DirectDecrypter(RING.current().secret()));

    assertThat(jwe.getPayload().toBytes()).isEqualTo(PLAIN);
    assertThat(jwe.getHeader().getType()).isEqualTo(new JOSEObjectType("gatehouse-interaction"));
  }

  @Test
  void sealsTheSameContentDifferentlyEachTime() {
    assertThat(protector.seal(INTERACTION, PLAIN)).isNotEqualTo(envelope);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INTERACTION")
  @DisplayName("RFC 8725 §3.11: an envelope opens for its own purpose only")
  void refusesAnotherPurpose(Purpose other) {
    assertThat(protector.open(other, envelope)).isEmpty();
  }

  @Test
  void refusesEveryChangedBit() {
    for (int i = 0; i < envelope.length(); i++) {
      for (int bit = 0; bit < 8; bit++) {
        StringBuilder changed = new StringBuilder(envelope);
        changed.setCharAt(i, (char) (changed.charAt(i) ^ (1 << bit)));
        assertThat(protector.open(INTERACTION, changed.toString())).as("%s", changed).isEmpty();
      }
    }
  }

  @Test
  void refusesEveryTruncation() {
    for (int i = 0; i < envelope.length(); i++) {
      assertThat(protector.open(INTERACTION, envelope.substring(0, i))).isEmpty();
      assertThat(protector.open(INTERACTION, envelope.substring(i + 1))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "....", "a.b.c.d.e", "e30....", "bnVsbA....", "W10....", "\0", "é"})
  void refusesWhatIsNoEnvelope(String text) {
    assertThat(protector.open(INTERACTION, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "=", ".", "A", "\n"})
  void refusesAnAppendedCharacter(String tail) {
    assertThat(protector.open(INTERACTION, envelope + tail)).isEmpty();
    assertThat(protector.open(INTERACTION, tail + envelope)).isEmpty();
  }

  @Test
  void refusesRandomText() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      String noise = Base64URL.encode(bytes).toString().replace('Q', '.');
      assertThat(protector.open(INTERACTION, noise)).isEmpty();
    }
  }

  @Test
  void refusesTheEnvelopeOfAnotherRing() {
    assertThat(Keys.protector().open(INTERACTION, envelope)).isEmpty();
  }

  @Test
  void refusesAnUnknownKeyUnderAKnownName() throws Exception {
    String forged = sealed(header -> header, new SecretKeySpec(new byte[32], "AES"));

    assertThat(protector.open(INTERACTION, forged)).isEmpty();
  }

  @Test
  void refusesTooLongAnEnvelope() {
    String[] parts = envelope.split("\\.", -1);
    parts[3] = "A".repeat(70_000);

    assertThat(protector.open(INTERACTION, String.join(".", parts))).isEmpty();
    assertThat(protector.open(INTERACTION, ".".repeat(1_000_000))).isEmpty();
  }

  @Test
  void doesNotSealWhatItCouldNotOpen() {
    byte[] most = new byte[48_000];
    assertThat(protector.open(ERROR, protector.seal(ERROR, most))).contains(most);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> protector.seal(ERROR, new byte[50_000]))
        .withMessageContaining("50000");
  }

  @Test
  void refusesCompression() throws Exception {
    String zipped =
        sealed(
            header -> header.compressionAlgorithm(CompressionAlgorithm.DEF),
            RING.current().secret());

    assertThat(protector.open(INTERACTION, zipped)).isEmpty();
  }

  @Test
  void refusesFurtherHeaders() throws Exception {
    String other = sealed(header -> header.customParam("x", 1), RING.current().secret());

    assertThat(protector.open(INTERACTION, other)).isEmpty();
  }

  @Test
  void refusesAnotherAlgorithm() throws Exception {
    JWEObject wrapped =
        new JWEObject(
            header(JWEAlgorithm.A256KW, EncryptionMethod.A256GCM).build(), new Payload(PLAIN));
    wrapped.encrypt(new AESEncrypter(RING.current().secret()));

    assertThat(protector.open(INTERACTION, wrapped.serialize())).isEmpty();
  }

  @Test
  void refusesAnotherEncryption() throws Exception {
    JWEObject cbc =
        new JWEObject(
            header(JWEAlgorithm.DIR, EncryptionMethod.A128CBC_HS256).build(), new Payload(PLAIN));
    cbc.encrypt(new DirectEncrypter(RING.current().secret()));

    assertThat(protector.open(INTERACTION, cbc.serialize())).isEmpty();
  }

  @Test
  void refusesHostileHeaders() {
    String tail = envelope.substring(envelope.indexOf('.'));
    String kid = RING.current().id();
    Stream.of(
            "{\"alg\":null,\"enc\":5,\"typ\":[],\"kid\":{}}",
            "{\"alg\":\"dir\",\"alg\":\"dir\",\"enc\":\"A256GCM\",\"kid\":\"" + kid + "\"}",
            "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"typ\":\"gatehouse-interaction\",\"kid\":1}",
            "{\"a\":".repeat(20_000),
            "[".repeat(30_000),
            "[".repeat(700),
            "\"text\"")
        .map(header -> Base64URL.encode(header) + tail)
        .forEach(hostile -> assertThat(protector.open(INTERACTION, hostile)).isEmpty());
  }

  @Test
  void refusesWrongLengthsOfVectorAndTag() {
    String[] parts = envelope.split("\\.", -1);
    for (int part : new int[] {2, 4}) {
      for (int size : new int[] {0, 1, 8, 15, 32}) {
        String[] changed = Arrays.copyOf(parts, parts.length);
        changed[part] = Base64URL.encode(new byte[size]).toString();
        assertThat(protector.open(INTERACTION, String.join(".", changed))).isEmpty();
      }
    }
  }

  private String sealed(UnaryOperator<JWEHeader.Builder> change, SecretKey key)
      throws JOSEException {
    JWEHeader header = change.apply(header(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)).build();
    JWEObject jwe = new JWEObject(header, new Payload(PLAIN));
    jwe.encrypt(new DirectEncrypter(key));
    return jwe.serialize();
  }

  private JWEHeader.Builder header(JWEAlgorithm algorithm, EncryptionMethod method) {
    return new JWEHeader.Builder(algorithm, method)
        .type(new JOSEObjectType(INTERACTION.wireName()))
        .keyID(RING.current().id());
  }
}
