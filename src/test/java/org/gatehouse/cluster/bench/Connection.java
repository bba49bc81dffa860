package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** A connection to a node, kept for the next request. */
final class Connection {
  private final SocketChannel channel;
  private final MessageReader reader;
  private long idleSince = System.nanoTime();

  private Connection(SocketChannel channel) throws IOException {
    this.channel = channel;
    this.reader = new MessageReader(channel.socket().getInputStream());
  }

  static Connection to(InetSocketAddress address, Duration connect, Duration read)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.socket().setTcpNoDelay(true);
      channel.socket().setSoTimeout((int) read.toMillis());
      channel.socket().connect(address, (int) connect.toMillis());
      return new Connection(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  Message exchange(Message request) throws IOException {
    request.write(channel.socket().getOutputStream(), true);
    Message answer = reader.answer(request.method());
    idleSince = System.nanoTime();
    return answer;
  }

  /** Whether it has not been idle for long, and the node has not closed it meanwhile. */
  boolean isFresh(Duration longest) {
    if (reader.isLast() || System.nanoTime() - idleSince > longest.toNanos()) {
      return false;
    }
    try {
      channel.configureBlocking(false);
      boolean quiet = channel.read(ByteBuffer.allocate(1)) == 0;
      channel.configureBlocking(true);
      return quiet;
    } catch (IOException closed) {
      return false;
    }
  }

  void close() {
    try {
      channel.close();
    } catch (IOException gone) {
      // It is closed in any case.
    }
  }
}
