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
