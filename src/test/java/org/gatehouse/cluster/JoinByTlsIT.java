package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.gatehouse.cluster.bench.MemberKeys;
import org.jgroups.Version;
import org.jgroups.stack.IpAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Members know each other by certificates, and listen to nobody else")
class JoinByTlsIT {
  private static final int PORT = 27_910;
  private static final int OTHER = 27_920;
  private static final int ANSWER_MILLIS = 10_000;

  @TempDir private static Path directory;
  private static MemberKeys keys;

  private Cluster cluster;

  /** What a message can name, where a receiver makes objects by name. */
  public static final class Named {
    private static final AtomicInteger MADE = new AtomicInteger();

    public Named() {
      MADE.incrementAndGet();
    }
  }

  @BeforeAll
  static void makeKeys() throws IOException {
    keys = MemberKeys.in(directory);
  }

  @BeforeEach
  void join() {
    cluster = Bystander.at(PORT, OTHER, keys);
    cluster.join();
  }

  @AfterEach
  void leave() {
    cluster.close();
  }

  private static Duration await(String what, Duration longest, BooleanSupplier condition) {
    Instant start = Instant.now();
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(start.plus(longest));
      LockSupport.parkNanos(20_000_000);
    }
    return Duration.between(start, Instant.now());
  }

  @Test
  void aProcessThatIsKilledIsNoticedByItsConnections() throws IOException, InterruptedException {
    Path log = directory.resolve("bystander.log");
    Process process = Bystander.start(OTHER, PORT, keys, log);
    try {
      await(
          "the other has joined",
          Duration.ofSeconds(60),
          () -> cluster.standing().view() == 2 || !process.isAlive());
      assertThat(process.isAlive()).as(() -> text(log)).isTrue();

      process.destroyForcibly().waitFor();
      Duration noticed =
          await("it is noticed", Duration.ofSeconds(20), () -> cluster.standing().view() == 1);

      assertThat(noticed).as("silence is noticed later").isLessThan(Duration.ofSeconds(5));
    } finally {
      process.destroyForcibly();
    }
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void thePortBesideItIsClosed() {
    assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), PORT + 1).close());
  }

  /** How a member begins: a cookie, the version, its address. */
  private static byte[] hello(int port) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    IpAddress address = new IpAddress("127.0.0.1", port);
    out.writeBytes("bela");
    out.writeShort(Version.version);
    out.writeShort(address.serializedSize());
    address.writeTo(out);
    return bytes.toByteArray();
  }

  /** A message with one header, of the protocol AUTH, which names a class. */
  private static byte[] named() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(0);
    out.writeShort(0);
    out.writeShort(1);
    out.writeShort(71);
    out.writeShort(66);
    out.writeByte(1);
    out.writeShort(-1);
    out.writeUTF(Named.class.getName());
    return bytes.toByteArray();
  }

  /** Whether the member hangs up, rather than wait for more. */
  private static boolean hangsUp(Socket socket, int length, byte[] message) throws IOException {
    socket.setSoTimeout(ANSWER_MILLIS);
    try {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.write(hello(socket.getLocalPort()));
      out.writeInt(length);
      out.write(message);
      out.flush();
      // what TLS says to somebody who does not speak it, and the end
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (SocketException | SSLException e) {
      return true;
    }
  }

  @Test
  void makesNoObjectAndNoRoomForWhoDoesNotSpeakTls() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
      assertThat(hangsUp(socket, named().length, named())).isTrue();
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
      assertThat(hangsUp(socket, 400_000_000, new byte[1])).isTrue();
    }
    assertThat(Named.MADE).hasValue(0);
  }

  @Test
  void makesNoObjectAndNoRoomForWhoShowsNoCertificate() throws Exception {
    try (Socket socket = withoutCertificate().getSocketFactory().createSocket("127.0.0.1", PORT)) {
      assertThat(hangsUp(socket, named().length, named())).isTrue();
    }
    try (Socket socket = withoutCertificate().getSocketFactory().createSocket("127.0.0.1", PORT)) {
      assertThat(hangsUp(socket, 400_000_000, new byte[1])).isTrue();
    }
    assertThat(Named.MADE).hasValue(0);
  }

  /** Trusts the members, and has nothing to show them. */
  private static SSLContext withoutCertificate() throws Exception {
    KeyStore trusted = KeyStore.getInstance(keys.truststore().toFile(), "changeit".toCharArray());
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
