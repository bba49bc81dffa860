package org.gatehouse.store.infinispan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Optional;
import org.gatehouse.cluster.Peer;
import org.infinispan.Cache;
import org.infinispan.commons.marshall.Marshaller;
import org.infinispan.commons.marshall.MarshallingException;
import org.infinispan.factories.GlobalComponentRegistry;
import org.infinispan.factories.KnownComponentNames;
import org.infinispan.factories.impl.BasicComponentRegistry;
import org.infinispan.protostream.ProtobufUtil;
import org.infinispan.protostream.SerializationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What members send each other")
class GridFormatTest {
  private static Peer peer;

  @BeforeAll
  static void join() {
    peer = Peer.join("format", "a", Optional.empty());
  }

  @AfterAll
  static void leave() {
    peer.close();
  }

  /** A stranger, such as the first step of a chain of gadgets. */
  record Stranger(String text) implements Serializable {}

  private static Marshaller marshaller() {
    Cache<String, GridGrant> cache = peer.cluster().cache("format", new OverBeatsLive());
    return GlobalComponentRegistry.of(cache.getCacheManager())
        .getComponent(BasicComponentRegistry.class)
        .getComponent(KnownComponentNames.INTERNAL_MARSHALLER, Marshaller.class)
        .running();
  }

  private static GridGrant grant() {
    return new GridGrant("g", "c", "s", "sid", 1, 2, "p", GridGrant.USED, "a");
  }

  @Test
  void comesBackAsItWent() throws IOException, InterruptedException, ClassNotFoundException {
    byte[] bytes = marshaller().objectToByteBuffer(grant());

    assertThat(marshaller().objectFromByteBuffer(bytes)).isEqualTo(grant());
  }

  private static SerializationContext format() {
    SerializationContext context = ProtobufUtil.newSerializationContext();
    GridMarshalling schema = new GridMarshalling();
    schema.registerSchema(context);
    schema.registerMarshallers(context);
    return context;
  }

  /** The record as a newer member may write it: with a number as field 100, a text as field 101. */
  private static byte[] withMore(Object entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(ProtobufUtil.toByteArray(format(), entry));
    bytes.write(new byte[] {(byte) 0xA0, 0x06, 7});
    bytes.write(new byte[] {(byte) 0xAA, 0x06, 1, 'x'});
    return bytes.toByteArray();
  }

  @Test
  void isReadWhereANewerMemberHasAddedFields() throws IOException {
    GridKey key = new GridKey("envelope", 3, "a");

    assertThat(ProtobufUtil.fromByteArray(format(), withMore(grant()), GridGrant.class))
        .isEqualTo(grant());
    assertThat(ProtobufUtil.fromByteArray(format(), withMore(key), GridKey.class)).isEqualTo(key);
  }

  @Test
  void isReadWhereAnotherVersionHasLeftOutEverything() throws IOException {
    assertThat(ProtobufUtil.fromByteArray(format(), new byte[0], GridGrant.class))
        .isEqualTo(new GridGrant("", "", "", "", 0, 0, "", GridGrant.LIVE, ""));
    assertThat(ProtobufUtil.fromByteArray(format(), new byte[0], GridKey.class))
        .isEqualTo(new GridKey("", 0, ""));
  }

  @Test
  void isNothingThatIsOnlySerializable() {
    assertThatThrownBy(() -> marshaller().objectToByteBuffer(new Stranger("x")))
        .isInstanceOf(MarshallingException.class);
  }

  @Test
  void isNoStreamOfJavaSerialization() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Stranger("x"));
    }

    assertThatThrownBy(() -> marshaller().objectFromByteBuffer(bytes.toByteArray()))
        .isInstanceOf(Exception.class);
  }
}
