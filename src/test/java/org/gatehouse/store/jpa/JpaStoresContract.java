package org.gatehouse.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.ClientBuilder;
import org.gatehouse.model.configuration.IdentityProvider;
import org.gatehouse.model.configuration.IdentityResource;
import org.gatehouse.model.configuration.Resources;
import org.gatehouse.model.configuration.Secret;
import org.gatehouse.store.ChangeRefused;
import org.gatehouse.store.ChangeRefused.Reason;
import org.gatehouse.store.EditableStore;
import org.gatehouse.store.SettableClock;
import org.gatehouse.store.Stored;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What clients and resources in a database promise, whichever database it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JpaStoresContract {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T10:00:00Z"));
  private DataSource source;
  private JpaUnit unit;
  private JpaStores stores;

  /** A new database with the tables of this version. */
  abstract DataSource migrated();

  @BeforeAll
  void open() {
    source = migrated();
    unit = new JpaUnit(source, "validate");
    stores = new JpaStores(unit, clock);
  }

  @AfterAll
  void close() {
    if (unit != null) {
      unit.close();
    }
  }

  @BeforeEach
  void empty() throws SQLException {
    for (String table :
        List.of(
            "clients", "api_scopes", "api_resources", "identity_resources", "identity_providers")) {
      sql("DELETE FROM " + table);
    }
  }

  @Test
  void keepsEveryPropertyOfAClient() {
    Client client = Filled.like(Client.named("web").build());

    stores.clients().create(client);

    assertThat(stores.clients().find(client.clientId()).orElseThrow().value())
        .usingRecursiveComparison()
        .isEqualTo(client);
  }

  @Test
  void keepsEveryPropertyOfAResource() {
    ApiScope scope = Filled.like(ApiScope.named("s").build());
    ApiResource api = Filled.like(ApiResource.named("a").build());
    IdentityResource identity =
        new IdentityResource(
            "i",
            false,
            Optional.of("d"),
            Optional.of("e"),
            false,
            Set.of("sub"),
            Map.of("k", "v"),
            true,
            true);
    IdentityProvider provider =
        Filled.like(new IdentityProvider("x", true, Optional.empty(), "oidc", Map.of()));

    assertThat(keptBy(stores.apiScopes(), scope, scope.name())).isEqualTo(scope);
    assertThat(keptBy(stores.apiResources(), api, api.name())).isEqualTo(api);
    assertThat(keptBy(stores.identityResources(), identity, "i")).isEqualTo(identity);
    assertThat(keptBy(stores.identityProviders(), provider, provider.scheme())).isEqualTo(provider);
  }

  @Test
  void replacesAClientAsAWhole() {
    Client full = Filled.like(Client.named("web").build());
    Stored<Client> first = stores.clients().create(full);
    Client plain = Client.named(full.clientId()).build();
    clock.advance(Duration.ofSeconds(1));

    Stored<Client> second = stores.clients().replace(plain, first.version());

    assertThat(second.version()).isGreaterThan(first.version());
    assertThat(second.created()).isEqualTo(first.created());
    assertThat(second.updated()).isEqualTo(first.updated().plusSeconds(1));
    assertThat(stores.clients().find(full.clientId())).contains(second);
    assertThat(second.value()).isEqualTo(plain);
  }

  @Test
  void replacesWhatOnlyAChildTableHolds() {
    Client one = Client.named("web").allowedScopes(Set.of("a", "b")).build();
    Stored<Client> first = stores.clients().create(one);
    Client two = Client.named("web").allowedScopes(Set.of("b", "c")).build();

    Stored<Client> second = stores.clients().replace(two, first.version());

    assertThat(second.version()).isGreaterThan(first.version());
    assertThat(stores.clients().find("web").orElseThrow().value()).isEqualTo(two);
  }

  @Test
  void refusesAChangeOfAnotherVersion() {
    Client client = Client.named("web").build();
    Stored<Client> first = stores.clients().create(client);
    clock.advance(Duration.ofSeconds(1));
    stores.clients().replace(client, first.version());

    assertThatThrownBy(() -> stores.clients().replace(client, first.version()))
        .isInstanceOfSatisfying(
            ChangeRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.STALE));
    assertThatThrownBy(() -> stores.clients().delete("web", first.version()))
        .isInstanceOfSatisfying(
            ChangeRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.STALE));
  }

  @Test
  void refusesANameThatIsTakenAlsoByAnotherKindOfScope() {
    stores.apiScopes().create(ApiScope.named("taken").build());

    assertThatThrownBy(() -> stores.apiScopes().create(ApiScope.named("taken").build()))
        .isInstanceOfSatisfying(
            ChangeRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.TAKEN));
    assertThatThrownBy(
            () -> stores.identityResources().create(IdentityResource.named("taken").build()))
        .isInstanceOfSatisfying(
            ChangeRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.TAKEN));
  }

  @Test
  void deletesAClientWithItsChildTables() throws SQLException {
    Client client = Filled.like(Client.named("web").build());
    Stored<Client> stored = stores.clients().create(client);

    stores.clients().delete(client.clientId(), stored.version());

    assertThat(stores.clients().find(client.clientId())).isEmpty();
    assertThat(number("SELECT COUNT(*) FROM client_redirect_uris")).isZero();
    assertThatThrownBy(() -> stores.clients().delete(client.clientId(), stored.version()))
        .isInstanceOfSatisfying(
            ChangeRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.MISSING));
  }

  @Test
  void goesThroughAllInTheOrderOfNames() {
    List.of("c", "a", "b").forEach(id -> stores.clients().create(Client.named(id).build()));

    assertThat(stores.clients().page("", 2))
        .extracting(s -> s.value().clientId())
        .containsExactly("a", "b");
    assertThat(stores.clients().page("b", 2))
        .extracting(s -> s.value().clientId())
        .containsExactly("c");
  }

  @Test
  void raisesTheVersionOfTheConfigurationWithEachChangeOnly() throws SQLException {
    long before = version();

    Stored<Client> stored = stores.clients().create(Client.named("web").build());
    assertThat(version()).isEqualTo(before + 1);
    assertThatThrownBy(() -> stores.clients().delete("web", stored.version() + 1))
        .isInstanceOf(ChangeRefused.class);

    assertThat(version()).isEqualTo(before + 1);
  }

  @Test
  void servesWhatTheRulesAllowAndNothingElse() throws SQLException {
    stores.clients().create(Client.named("good").clientSecrets(List.of(hashed())).build());
    stores
        .clients()
        .create(Client.named("bad").clientSecrets(List.of(Secret.shared("no"))).build());
    stores.clients().create(Client.named("odd").build());
    sql("UPDATE clients SET access_token_type = 'NONSENSE' WHERE client_id = 'odd'");
    JpaClientStore clients = new JpaClientStore(unit);

    assertThat(clients.find("good")).isPresent();
    assertThat(clients.find("bad")).isEmpty();
    assertThat(clients.find("odd")).isEmpty();
    assertThat(clients.find("GOOD")).isEmpty();
    assertThat(clients.find("none")).isEmpty();
  }

  @Test
  void findsEnabledResourcesAndTheStandardScopesThatNobodyDefined() {
    stores.apiScopes().create(ApiScope.named("read").build());
    stores.apiScopes().create(ApiScope.named("off").enabled(false).build());
    stores.apiScopes().create(ApiScope.named("not allowed").build());
    stores.identityResources().create(IdentityResource.named("email").enabled(false).build());
    stores.apiResources().create(ApiResource.named("api").scopes(Set.of("read")).build());
    JpaResourceStore resources = new JpaResourceStore(unit);

    assertThat(resources.all().scopeNames())
        .containsExactly("openid", "profile", "phone", "address", "read");
    assertThat(resources.find(Set.of("read", "off", "unknown")).apiResources())
        .extracting(ApiResource::name)
        .containsExactly("api");
  }

  @Test
  void importsAgainAndAgainWithTheSameResult() throws SQLException {
    stores.clients().create(Client.named("other").build());
    Client one = Filled.like(Client.named("one").build());
    Resources resources =
        new Resources(List.of(), List.of(ApiScope.named("read").build()), List.of());

    assertThat(imported(List.of(one), resources, true))
        .isEqualTo(new JpaImport.Counts(2, 0, 0, List.of()));
    long version = version();
    assertThat(imported(List.of(one), resources, true))
        .isEqualTo(new JpaImport.Counts(0, 0, 2, List.of()));
    assertThat(version()).isEqualTo(version);
    Client changed = ClientBuilder.builder(one).allowedScopes(Set.of("read")).build();
    assertThat(imported(List.of(changed), resources, true))
        .isEqualTo(new JpaImport.Counts(0, 1, 1, List.of()));
    assertThat(stores.clients().find(one.clientId()).orElseThrow().value()).isEqualTo(changed);
    assertThat(stores.clients().find("other")).isPresent();
  }

  @Test
  void leavesWhatWasChangedSinceTheImportAsItIs() throws SQLException {
    Client one = Client.named("one").clientSecrets(List.of(hashed())).build();
    Resources none = new Resources(List.of(), List.of(), List.of());
    imported(List.of(one), none, false);
    Client retired = ClientBuilder.builder(one).enabled(false).clientSecrets(List.of()).build();
    stores.clients().replace(retired, stores.clients().find("one").orElseThrow().version());
    long version = version();

    assertThat(imported(List.of(one), none, false))
        .isEqualTo(new JpaImport.Counts(0, 0, 0, List.of("one")));
    assertThat(stores.clients().find("one").orElseThrow().value()).isEqualTo(retired);
    assertThat(version()).isEqualTo(version);
  }

  @Test
  void importsAllOrNothing() {
    stores.identityResources().create(IdentityResource.named("taken").build());
    Resources resources =
        new Resources(
            List.of(IdentityResource.named("new").build()),
            List.of(ApiScope.named("taken").build()),
            List.of());

    assertThatThrownBy(() -> imported(List.of(), resources, false))
        .isInstanceOf(ChangeRefused.class);
    assertThat(stores.identityResources().find("new")).isEmpty();
  }

  @Test
  void importsOnceWhereThreeNodesStartAtOnce() throws Exception {
    List<Client> clients = List.of(Client.named("a").build(), Client.named("b").build());
    Resources none = new Resources(List.of(), List.of(), List.of());
    ExecutorService nodes = Executors.newFixedThreadPool(3);
    try {
      List<Future<JpaImport.Counts>> all =
          nodes.invokeAll(Collections.nCopies(3, () -> imported(clients, none, false)));
      int created = 0;
      for (Future<JpaImport.Counts> each : all) {
        created += each.get().created();
      }

      assertThat(created).isEqualTo(2);
    } finally {
      nodes.shutdownNow();
    }
  }

  private JpaImport.Counts imported(List<Client> clients, Resources resources, boolean replaces) {
    return new JpaImport(unit, clock, replaces).write(clients, resources);
  }

  private static Secret hashed() {
    return Secret.shared("K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols=");
  }

  private static <T> T keptBy(EditableStore<T> store, T value, String name) {
    store.create(value);
    return store.find(name).orElseThrow().value();
  }

  private long version() throws SQLException {
    return number("SELECT version FROM configuration_state");
  }

  private long number(String query) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void sql(String change) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(change);
    }
  }
}
