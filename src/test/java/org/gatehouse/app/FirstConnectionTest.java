package org.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The first connection of a start")
class FirstConnectionTest {
  private static final String URL = "jdbc:h2:mem:first-connection";
  private static final Duration PAUSE = Duration.ofMillis(1);

  private final AtomicInteger attempts = new AtomicInteger();

  /** A source whose first attempts fail in that way. */
  private FirstConnection failing(int times, String state, Duration patience) {
    DataSource source =
        (DataSource)
            Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                  if (attempts.incrementAndGet() <= times) {
                    throw new SQLException("fault", state);
                  }
                  return DriverManager.getConnection(URL);
                });
    return new FirstConnection(source, patience, PAUSE);
  }

  @Test
  void isTriedAgainWhereTheDatabaseIsSlowOrStarting() throws Exception {
    assertThat(failing(2, "08001", Duration.ofMinutes(1)).url()).isEqualTo(URL);
    assertThat(attempts).hasValue(3);
    assertThat(failing(4, "57P03", Duration.ofMinutes(1)).url()).isEqualTo(URL);
  }

  @Test
  void isNotTriedAgainWhereWaitingIsNoUse() {
    FirstConnection connection = failing(1, "28P01", Duration.ofMinutes(1));

    assertThatThrownBy(connection::url).isInstanceOf(SQLException.class).hasMessage("fault");
    assertThat(attempts).hasValue(1);
  }

  @Test
  void isGivenUpAfterAWhile() {
    FirstConnection connection = failing(Integer.MAX_VALUE, "08001", Duration.ZERO);

    assertThatThrownBy(connection::url).isInstanceOf(SQLException.class);
  }
}
