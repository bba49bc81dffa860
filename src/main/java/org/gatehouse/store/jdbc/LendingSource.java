package org.gatehouse.store.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source whose connections are lent: whoever lends one learns when it is closed. */
final class LendingSource {
  private LendingSource() {}

  /** Gives a connection, or refuses. */
  @FunctionalInterface
  interface Lender {
    Connection lend() throws SQLException;
  }

  /**
   * The source, but for its connections.
   *
   * @param givenBack called once for each connection
   */
  static DataSource of(DataSource source, Lender lender, Runnable givenBack) {
    return proxy(
        DataSource.class,
        (self, method, arguments) ->
            method.getName().equals("getConnection")
                ? lent(lender.lend(), givenBack)
                : passedOn(source, method, arguments));
  }

  private static Connection lent(Connection connection, Runnable givenBack) {
    AtomicBoolean isBack = new AtomicBoolean();
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          try {
            return passedOn(connection, method, arguments);
          } finally {
            if (method.getName().equals("close") && isBack.compareAndSet(false, true)) {
              givenBack.run();
            }
          }
        });
  }

  private static @Nullable Object passedOn(
      Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            LendingSource.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
