package org.gatehouse.front;

import com.ibm.wsspi.http.HttpCookie;
import com.ibm.wsspi.http.HttpOutputStream;
import com.ibm.wsspi.http.HttpResponse;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was sent: {@code status}, {@code length}, {@code body}, and the header fields by name. No
 * dynamic proxy, since that would initialize {@link HttpCookie}, which only a server can.
 */
final class FakeResponse extends HttpOutputStream implements HttpResponse {
  private final Map<String, Object> sent = new LinkedHashMap<>();
  private final boolean broken;

  /** Broken where the other side has gone. */
  FakeResponse(boolean broken) {
    this.broken = broken;
  }

  Map<String, Object> sent() {
    return sent;
  }

  String text() {
    return (String) sent.get("body");
  }

  @Override
  public void setStatus(int status) {
    sent.put("status", status);
  }

  @Override
  public void setContentLength(long length) {
    sent.put("length", length);
  }

  @Override
  public void setHeader(String name, String value) {
    sent.put(name, value);
  }

  @Override
  public HttpOutputStream getBody() {
    return this;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (broken) {
      throw new IOException("the other side has gone");
    }
    sent.put("body", new String(bytes, offset, length, StandardCharsets.UTF_8));
  }

  @Override
  public void write(int octet) {
    throw unused();
  }

  @Override
  public void setReason(String reason) {
    throw unused();
  }

  @Override
  public void setVersion(String version) {
    throw unused();
  }

  @Override
  public void addHeader(String name, String value) {
    throw unused();
  }

  @Override
  public void addCookie(HttpCookie cookie) {
    throw unused();
  }

  @Override
  public void removeCookie(HttpCookie cookie) {
    throw unused();
  }

  @Override
  public void removeHeader(String name) {
    throw unused();
  }

  @Override
  public void removeAllHeaders() {
    throw unused();
  }

  @Override
  public boolean isCommitted() {
    throw unused();
  }

  @Override
  public boolean isPersistent() {
    throw unused();
  }

  @Override
  public void reset() {
    throw unused();
  }

  @Override
  public int getStatus() {
    throw unused();
  }

  @Override
  public String getReason() {
    throw unused();
  }

  @Override
  public String getVersion() {
    throw unused();
  }

  @Override
  public long getContentLength() {
    throw unused();
  }

  @Override
  public String getHeader(String name) {
    throw unused();
  }

  @Override
  public List<String> getHeaders(String name) {
    throw unused();
  }

  @Override
  public List<String> getHeaders() {
    throw unused();
  }

  @Override
  public List<String> getHeaderNames() {
    throw unused();
  }

  @Override
  public HttpCookie getCookie(String name) {
    throw unused();
  }

  @Override
  public List<HttpCookie> getCookies(String name) {
    throw unused();
  }

  @Override
  public List<HttpCookie> getCookies() {
    throw unused();
  }

  @Override
  public void setTrailer(String name, String value) {
    throw unused();
  }

  @Override
  public void writeTrailers() {
    throw unused();
  }

  @Override
  public void setIsClosing(boolean closing) {
    throw unused();
  }

  @Override
  public int getBufferSize() {
    throw unused();
  }

  @Override
  public void setBufferSize(int size) {
    throw unused();
  }

  @Override
  public void clear() {
    throw unused();
  }

  @Override
  public long getBytesWritten() {
    throw unused();
  }

  @Override
  public long getBufferedCount() {
    throw unused();
  }

  @Override
  public boolean hasBufferedContent() {
    throw unused();
  }

  @Override
  public void writeFile(FileChannel file) {
    throw unused();
  }

  @Override
  public void flushHeaders() {
    throw unused();
  }

  @Override
  public void flushBuffers() {
    throw unused();
  }

  @Override
  public boolean isClosed() {
    throw unused();
  }

  @Override
  public void flush(boolean ignored) {
    throw unused();
  }

  private static UnsupportedOperationException unused() {
    return new UnsupportedOperationException();
  }
}
