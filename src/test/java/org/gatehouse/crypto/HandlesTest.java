package org.gatehouse.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 6749 §10.10: handles nobody can guess")
class HandlesTest {
  private final Handles handles = new Handles();

  @Test
  void areBase64UrlOf256Bits() {
    assertThat(handles.next().value()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void identifiersAreBase64UrlOf160Bits() {
    assertThat(handles.nextId()).matches("[A-Za-z0-9_-]{27}");
  }

  @Test
  void neverRepeat() {
    assertThat(Stream.generate(handles::next).limit(1000)).doesNotHaveDuplicates();
    assertThat(Stream.generate(handles::nextId).limit(1000)).doesNotHaveDuplicates();
  }

  @Test
  void areNotPrinted() {
    Handle handle = new Handle("secret-handle");

    assertThat(handle).hasToString("Handle[***]");
  }

  @Test
  void areKeptAsTheirHash() {
    assertThat(new Handle("abc").hashed())
        .isEqualTo(new HashedHandle("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"));
  }
}
