package org.gatehouse.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A name server on a loopback port that knows the A records of one name (RFC 1035 §4.1). */
final class NameServer implements AutoCloseable {
  private static final int HEADER = 12;
  private static final int LONGEST = 512;
  private static final int ANSWER = 0x8580;
  private static final int NO_SUCH_NAME = 0x8583;
  private static final int NAME_OF_THE_QUESTION = 0xC00C;

  private final DatagramSocket socket;
  private final String name;
  private final List<InetAddress> addresses;
  private final AtomicInteger answered = new AtomicInteger();

  NameServer(String name, List<InetAddress> addresses) throws IOException {
    this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    this.name = name;
    this.addresses = List.copyOf(addresses);
    Thread thread = new Thread(this::serve, "name-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Where it is asked. */
  String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /** How often it was asked for its name. */
  int answered() {
    return answered.get();
  }

  private void serve() {
    byte[] buffer = new byte[LONGEST];
    while (!socket.isClosed()) {
      try {
        DatagramPacket question = new DatagramPacket(buffer, buffer.length);
        socket.receive(question);
        byte[] answer = answer(buffer);
        socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private byte[] answer(byte[] question) {
    StringBuilder asked = new StringBuilder();
    int end = HEADER;
    for (int length = question[end]; length > 0; length = question[end]) {
      asked
          .append(asked.isEmpty() ? "" : ".")
          .append(new String(question, end + 1, length, US_ASCII));
      end += length + 1;
    }
    end += 5; // the empty label, type and class
    boolean isKnown = asked.toString().equalsIgnoreCase(name);
    List<InetAddress> records = isKnown ? addresses : List.of();
    ByteBuffer out = ByteBuffer.allocate(LONGEST);
    out.put(question, 0, 2).putShort((short) (isKnown ? ANSWER : NO_SUCH_NAME));
    out.putShort((short) 1)
        .putShort((short) records.size())
        .putShort((short) 0)
        .putShort((short) 0);
    out.put(question, HEADER, end - HEADER);
    for (InetAddress record : records) {
      out.putShort((short) NAME_OF_THE_QUESTION).putShort((short) 1).putShort((short) 1);
      out.putInt(0).putShort((short) 4).put(record.getAddress());
    }
    answered.addAndGet(isKnown ? 1 : 0);
    return Arrays.copyOf(out.array(), out.position());
  }

  @Override
  public void close() {
    socket.close();
  }
}
