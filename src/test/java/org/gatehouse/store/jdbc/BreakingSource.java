package org.gatehouse.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** A data source whose connections break where, and as often as, a test says. */
final class BreakingSource {
  private final DataSource good;
  private final AtomicReference<Runnable> after = new AtomicReference<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private volatile Point point = Point.CONNECT;
  private volatile SQLException fault = broken();
  private final AtomicInteger times = new AtomicInteger();
  private volatile boolean commitsByItself;

  BreakingSource(DataSource good) {
    this.good = good;
  }

  /** Where it breaks. */
  enum Point {
    /** No connection is to be had. */
    CONNECT,
    /** A connection is to be had, and breaks when its longest wait is set. */
    SETTING,
    /** The connection was dead before. */
    STATEMENT,
    /** The statement is carried out, its answer is lost. */
    ANSWER,
    /** The database hears of no commit. */
    BEFORE_COMMIT,
    /** It commits; its answer is lost. */
    AFTER_COMMIT
  }

  static SQLException broken() {
    return new SQLNonTransientConnectionException("The connection broke", "08006");
  }

  void breakAt(Point where, int howOften) {
    breakAt(where, howOften, broken());
  }

  void breakAt(Point where, int howOften, SQLException with) {
    point = where;
    fault = with;
    times.set(howOften);
  }

  /** What happens at the moment of the last break. */
  void then(Runnable more) {
    after.set(more);
  }

  /** How often a connection was asked for. */
  int connections() {
    return connections.get();
  }

  /** How many connections are open, where no statement was. */
  int open() {
    return connections.get() - closed.get();
  }

  /** How the connection was left that was used last. */
  boolean commitsByItself() {
    return commitsByItself;
  }

  DataSource source() {
    return proxy(DataSource.class, good);
  }

  private <T> T proxy(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader() == null
                ? BreakingSource.class.getClassLoader()
                : type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> invoked(target, method, arguments)));
  }

  private Object invoked(Object target, Method method, Object[] arguments) throws Throwable {
    String name = method.getName();
    switch (name) {
      case "getConnection" -> {
        connections.incrementAndGet();
        breakIf(Point.CONNECT);
      }
      case "prepareStatement", "createStatement" -> breakIf(Point.STATEMENT);
      case "setNetworkTimeout" -> breakIf(Point.SETTING);
      case "close" -> closed.incrementAndGet();
      case "setAutoCommit" -> commitsByItself = (boolean) arguments[0];
      case "commit" -> breakBefore((Connection) target);
      default -> {
        // goes on
      }
    }
    Object result = passed(target, method, arguments);
    if (name.startsWith("execute")) {
      breakIf(Point.ANSWER);
    }
    if (name.equals("commit")) {
      breakIf(Point.AFTER_COMMIT);
    }
    return wrapped(result);
  }

  private static Object passed(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Object wrapped(Object result) {
    if (result instanceof Connection connection) {
      return proxy(Connection.class, connection);
    }
    return result instanceof PreparedStatement statement
        ? proxy(PreparedStatement.class, statement)
        : result;
  }

  private void breakBefore(Connection connection) throws SQLException {
    if (point == Point.BEFORE_COMMIT && times.get() > 0) {
      connection.rollback();
      breakIf(Point.BEFORE_COMMIT);
    }
  }

  private void breakIf(Point here) throws SQLException {
    if (point == here && times.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      SQLException now = fault;
      if (times.get() == 0) {
        Optional.ofNullable(after.getAndSet(null)).ifPresent(Runnable::run);
      }
      throw now;
    }
  }
}
