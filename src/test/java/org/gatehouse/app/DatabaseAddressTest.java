package org.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The address of a database, as the log has it")
class DatabaseAddressTest {
  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db/gatehouse?user=u&password=p?q;r, jdbc:postgresql://db/gatehouse",
    "jdbc:postgresql://db/gatehouse?sslpassword=secret,    jdbc:postgresql://db/gatehouse",
    "jdbc:h2:file:./data;USER=sa;PASSWORD=a?b,             jdbc:h2:file:./data",
    "jdbc:postgresql://[::1]:5432/gatehouse,               jdbc:postgresql://[::1]:5432/gatehouse"
  })
  void endsBeforeItsParameters(String url, String told) {
    assertThat(DatabaseAddress.told(url)).isEqualTo(told);
  }
}
