package org.gatehouse.store.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.gatehouse.store.jdbc.Database;
import org.gatehouse.store.jdbc.LockWait;
import org.gatehouse.store.jdbc.SqlFaults;
import org.hibernate.Session;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.Configuration;

/**
 * The mapping of clients and resources to tables, and work with it. It is made here and not by the
 * server, which would make it at every start, with or without a database.
 */
public final class JpaUnit implements AutoCloseable {
  static final List<Class<?>> ENTITIES =
      List.of(
          ClientEntity.class,
          IdentityResourceEntity.class,
          ApiScopeEntity.class,
          ApiResourceEntity.class,
          IdentityProviderEntity.class,
          ConfigurationStateEntity.class);

  private static final int ATTEMPTS = 5;

  private final EntityManagerFactory factory;

  /** Opens one connection, to learn which database it is. */
  public JpaUnit(DataSource source) {
    this(source, "none");
  }

  JpaUnit(DataSource source, String schema) {
    Configuration configuration = new Configuration();
    ENTITIES.forEach(configuration::addAnnotatedClass);
    configuration.getProperties().put("hibernate.connection.datasource", source);
    configuration.getProperties().put("hibernate.type.json_format_mapper", new NoDocuments());
    configuration
        .setPhysicalNamingStrategy(new CamelCaseToUnderscoresNamingStrategy())
        .setProperty("hibernate.hbm2ddl.auto", schema)
        .setProperty("hibernate.transaction.coordinator_class", "jdbc")
        .setProperty("hibernate.default_batch_fetch_size", "100")
        .setProperty("hibernate.xml_mapping_enabled", "false")
        .setProperty("hibernate.cache.use_second_level_cache", "false")
        .setProperty("hibernate.cache.use_query_cache", "false")
        .setProperty("hibernate.bytecode.use_reflection_optimizer", "false")
        .setProperty("jakarta.persistence.validation.mode", "none");
    factory = configuration.buildSessionFactory();
  }

  /** Reads what was there at one moment: aggregates have several tables, each read by itself. */
  <R> R read(Function<EntityManager, R> work) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      long[] versions = new long[2];
      R result =
          within(
              manager -> {
                manager.unwrap(Session.class).doWork(Database::answersSoon);
                versions[0] = state(manager);
                R read = work.apply(manager);
                versions[1] = state(manager);
                return read;
              });
      if (versions[0] == versions[1]) {
        return result;
      }
    }
    throw SqlFaults.passing("Clients and resources changed at every attempt to read them");
  }

  /**
   * Changes for a request, one at a time of all nodes: the row of the version is locked first.
   * Refused soon where another change goes on, for the connection is one of those that users need.
   *
   * @param work tells how many things it changed; the version moves where it changed any
   */
  long change(ToLongFunction<EntityManager> work) {
    return within(
        manager -> {
          manager.unwrap(Session.class).doWork(LockWait::shorten);
          return changed(manager, work);
        });
  }

  /** The same for work that no request waits for: it waits for its turn. */
  long changeInTurn(ToLongFunction<EntityManager> work) {
    return within(manager -> changed(manager, work));
  }

  private static long changed(EntityManager manager, ToLongFunction<EntityManager> work) {
    ConfigurationStateEntity state =
        manager.find(
            ConfigurationStateEntity.class,
            ConfigurationStateEntity.ONLY,
            LockModeType.PESSIMISTIC_WRITE);
    long changed = work.applyAsLong(manager);
    if (changed > 0) {
      state.raise();
    }
    return changed;
  }

  @Override
  public void close() {
    factory.close();
  }

  private static long state(EntityManager manager) {
    return manager
        .createQuery("SELECT s.version FROM ConfigurationStateEntity s", Long.class)
        .getSingleResult();
  }

  private <R> R within(Function<EntityManager, R> work) {
    try (EntityManager manager = factory.createEntityManager()) {
      EntityTransaction transaction = manager.getTransaction();
      transaction.begin();
      try {
        R result = work.apply(manager);
        transaction.commit();
        return result;
      } finally {
        if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    } catch (PersistenceException e) {
      throw SqlFaults.translated(e);
    }
  }
}
