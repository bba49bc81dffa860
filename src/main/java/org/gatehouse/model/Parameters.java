package org.gatehouse.model;

import static org.gatehouse.model.OAuthException.require;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a request (RFC 6749 §3.1, §3.2, §B): form-encoded UTF-8, none more than once,
 * and one without a value counts as not sent. Decoding is strict; nothing is repaired.
 */
public final class Parameters {
  /** The only parameter that may be sent several times (RFC 8707 §2). */
  private static final Set<String> REPEATABLE = Set.of("resource");

  private static final Parameters NONE = new Parameters(Map.of(), Set.of());

  private final Map<String, List<String>> values;
  private final Set<String> repeated;

  private Parameters(Map<String, List<String>> values, Set<String> repeated) {
    this.values = values;
    this.repeated = repeated;
  }

  public static Parameters none() {
    return NONE;
  }

  /** Parameters of our own making, each once. */
  public static Parameters of(Map<String, String> single) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    single.forEach((name, value) -> values.put(name, List.of(value)));
    return new Parameters(values, Set.of());
  }

  /**
   * Reads a query string or a form body.
   *
   * @param limit the most parameters that are accepted
   */
  public static Parameters parse(String encoded, int limit) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    Set<String> seen = new LinkedHashSet<>();
    Set<String> repeated = new LinkedHashSet<>();
    int count = 0;
    int start = 0;
    while (start <= encoded.length()) {
      int end = encoded.indexOf('&', start);
      end = end < 0 ? encoded.length() : end;
      if (end > start) {
        require(++count <= limit, Refusal.TOO_MANY_PARAMETERS);
        String pair = encoded.substring(start, end);
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        if (!seen.add(name) && !REPEATABLE.contains(name)) {
          repeated.add(name);
        }
        if (!value.isEmpty()) {
          values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        }
      }
      start = end + 1;
    }
    return new Parameters(values, repeated);
  }

  /** The value, where the parameter was sent; the first one where it was sent several times. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name)).map(sent -> sent.get(0));
  }

  /** All values of a parameter that a form may send several times, such as ticked boxes. */
  public List<String> all(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  /** The value, or the refusal where it was not sent. */
  public String required(String name, Refusal missing) {
    return get(name).orElseThrow(() -> new OAuthException(missing));
  }

  /** Refuses what was sent more than once (RFC 6749 §3.1). */
  public Parameters requireNoRepetition() {
    require(repeated.isEmpty(), Refusal.REPEATED_PARAMETER);
    return this;
  }

  public boolean isRepeated(String name) {
    return repeated.contains(name);
  }

  public boolean hasRepetition() {
    return !repeated.isEmpty();
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** Every parameter with its first value, in the order sent. */
  public Map<String, String> asMap() {
    Map<String, String> single = new LinkedHashMap<>();
    values.forEach((name, sent) -> single.put(name, sent.get(0)));
    return single;
  }

  /** Names only: values may be secrets. */
  @Override
  public String toString() {
    return "Parameters" + values.keySet();
  }

  /** Form-decodes one name or value (RFC 6749 §B). */
  public static String decode(String encoded) {
    ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        require(i + 2 < encoded.length(), Refusal.MALFORMED_ENCODING);
        int high = digit(encoded.charAt(++i));
        int low = digit(encoded.charAt(++i));
        require(high >= 0 && low >= 0, Refusal.MALFORMED_ENCODING);
        bytes.put((byte) (high << 4 | low));
      } else if (c < 0x80) {
        bytes.put((byte) (c == '+' ? ' ' : c));
      } else {
        throw new OAuthException(Refusal.MALFORMED_ENCODING);
      }
    }
    return utf8(bytes.flip());
  }

  /** A hexadecimal digit of ASCII, where Java knows those of every script; else -1. */
  private static int digit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static String utf8(ByteBuffer bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      require(text.indexOf('\0') < 0, Refusal.MALFORMED_ENCODING);
      return text;
    } catch (CharacterCodingException e) {
      throw new OAuthException(Refusal.MALFORMED_ENCODING);
    }
  }
}
