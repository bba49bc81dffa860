package org.gatehouse.store.jdbc;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** Databases in memory, each of its own, with the tables of this version. */
public final class H2 {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private H2() {}

  /** A new one; it lives as long as the Java machine. */
  public static DataSource migrated() {
    DataSource source = empty();
    new Migrations(source).apply();
    return source;
  }

  static DataSource empty() {
    String url = "jdbc:h2:mem:gatehouse" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
    return JdbcConnectionPool.create(url, "sa", "");
  }
}
