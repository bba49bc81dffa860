package org.gatehouse.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.gatehouse.config.ServerConfig.Profile;
import org.gatehouse.config.SessionConfig.SameSite;
import org.gatehouse.config.StoreConfig.ConfigurationKind;

/**
 * Makes the records of settings: the one place that knows the keys, and what they ask of another.
 */
public final class ConfigReader {
  static final String ISSUER = "gatehouse.issuer";
  static final String PROFILE = "mp.config.profile";
  static final String SAME_SITE = "gatehouse.session.same-site";
  static final String CONFIGURATION = "gatehouse.store.configuration";
  static final String IMPORT = "gatehouse.configuration.import";
  static final String LOCATION = "gatehouse.configuration.location";
  static final String KEYS = "gatehouse.store.keys";
  static final String LENGTH = "gatehouse.limits.length.";

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration YEAR = Duration.ofDays(366);

  /** Parameters that have a limit of their own, as they are written in keys. */
  private static final List<String> PARAMETERS =
      List.of(
          "acr-values",
          "assertion",
          "claims",
          "client-assertion",
          "client-id",
          "client-secret",
          "code",
          "grant-type",
          "id-token-hint",
          "login-hint",
          "nonce",
          "password",
          "post-logout-redirect-uri",
          "redirect-uri",
          "refresh-token",
          "request",
          "scope",
          "state",
          "token",
          "ui-locales",
          "username");

  private final Settings settings;

  ConfigReader(Settings settings) {
    this.settings = settings;
  }

  /**
   * What was read.
   *
   * @param config every setting; a stand-in where there is a fault
   * @param faults everything that is wrong
   */
  public record Result(GatehouseConfig config, List<ConfigFault> faults) {
    public Result {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Reads all settings.
   *
   * @param source gives the value of a key
   * @param names every key that was set anywhere
   */
  public static Result read(Function<String, Optional<String>> source, Iterable<String> names) {
    Settings settings = new Settings(source);
    GatehouseConfig config = new ConfigReader(settings).all();
    Set<String> set = new TreeSet<>();
    names.forEach(set::add);
    UnknownKeys.in(set, settings.keys()).forEach(settings::add);
    return new Result(config, settings.faults());
  }

  GatehouseConfig all() {
    ServerConfig server = server();
    StoreConfig store = store();
    return new GatehouseConfig(
        server,
        store,
        cache(),
        new AdminConfig(settings.flag("gatehouse.admin.enabled")),
        cleanup(),
        new ClusterReader(settings, store).read(),
        new KeySettings(settings, server.profile(), store).read(),
        tokens(),
        session(server),
        limits(),
        new StartConfig(
            settings.choice("gatehouse.start.on-failure", StartConfig.OnFailure.EXIT),
            settings.directory("gatehouse.shutdown.drain-file"),
            settings.duration(
                "gatehouse.health.without-database", Duration.ZERO, Duration.ofDays(1))),
        new DemoConfig(
            settings.directory("gatehouse.demo.directory"),
            settings.flag("gatehouse.demo.print-passwords")));
  }

  private ServerConfig server() {
    Profile profile =
        settings.text(PROFILE).isEmpty() ? Profile.PROD : settings.choice(PROFILE, Profile.PROD);
    String issuer = settings.required(ISSUER, IssuerRules.FORM);
    if (!issuer.isEmpty()) {
      IssuerRules.check(issuer, profile, settings);
    }
    return new ServerConfig(issuer.isEmpty() ? "http://localhost" : issuer, profile);
  }

  private StoreConfig store() {
    ConfigurationKind kind = settings.choice(CONFIGURATION, ConfigurationKind.FILE);
    List<String> locations = settings.list(LOCATION);
    if (kind != ConfigurationKind.FILE && !locations.isEmpty()) {
      settings.fault(LOCATION, "nothing, for " + CONFIGURATION + " is " + kind, "leave it empty");
    }
    StoreConfig store =
        new StoreConfig(
            kind,
            settings.choice("gatehouse.store.operational", StoreConfig.OperationalKind.MEMORY),
            settings.choice(KEYS, StoreConfig.KeysKind.AUTO),
            settings.flag("gatehouse.store.operational.durable"),
            settings.choice("gatehouse.store.operational.codes", StoreConfig.CodesKind.GRID),
            locations,
            new StoreConfig.Import(imports(kind), settings.flag(IMPORT + ".replace")),
            settings.integer("database.pool", 1, 10_000));
    if (store.keepsKeysInGrid() && !store.isGridAlone()) {
      settings.fault(
          KEYS,
          "auto, file or database, for keys in the grid end with its last node, and what they"
              + " sealed elsewhere would be lost",
          "write auto, or keep grants in the grid alone (gatehouse.store.operational=infinispan,"
              + " gatehouse.store.operational.durable=false) and configuration in files");
    }
    return store;
  }

  private List<String> imports(ConfigurationKind kind) {
    List<String> imports = settings.list(IMPORT);
    if (kind != ConfigurationKind.DATABASE && !imports.isEmpty()) {
      settings.fault(
          IMPORT,
          "nothing, for " + CONFIGURATION + " is " + kind,
          "write database there, or name the files in " + LOCATION);
    }
    return imports;
  }

  private CacheConfig cache() {
    return new CacheConfig(
        settings.duration("gatehouse.cache.client-lifetime", SECOND, Duration.ofDays(1)),
        settings.duration("gatehouse.cache.resource-lifetime", SECOND, Duration.ofDays(1)),
        settings.integer("gatehouse.cache.clients", 100, 1_000_000),
        settings.duration("gatehouse.cache.poll", Duration.ofMillis(50), Duration.ofMinutes(5)));
  }

  private CleanupConfig cleanup() {
    return new CleanupConfig(
        settings.duration("gatehouse.cleanup.interval", SECOND, Duration.ofDays(1)),
        settings.integer("gatehouse.cleanup.batch", 1, 10_000));
  }

  private TokenConfig tokens() {
    String jwtType = "gatehouse.tokens.access-token-jwt-type";
    String form = "a media type without application/, such as at+jwt";
    String type = settings.required(jwtType, form);
    if (!type.matches("[A-Za-z0-9!#$&^_.+-]*")) {
      settings.fault(jwtType, form, "write at+jwt");
    }
    return new TokenConfig(
        type,
        settings.flag("gatehouse.tokens.scope-as-string"),
        settings.flag("gatehouse.tokens.static-audience"),
        settings.duration("gatehouse.tokens.clock-skew", Duration.ZERO, Duration.ofMinutes(5)),
        settings.duration(
            "gatehouse.tokens.refresh-retry-window", Duration.ZERO, Duration.ofMinutes(1)));
  }

  private SessionConfig session(ServerConfig server) {
    SameSite sameSite = settings.choice(SAME_SITE, SameSite.LAX);
    if (sameSite == SameSite.NONE && !IssuerRules.isHttps(server.issuer())) {
      settings.fault(
          SAME_SITE,
          "lax, for browsers take none from https only",
          "write lax, or give the server an issuer with https");
    }
    return new SessionConfig(
        settings.duration("gatehouse.session.lifetime", SECOND, YEAR),
        sameSite,
        settings.flag("gatehouse.session.coordinate-client-lifetimes"),
        settings.duration("gatehouse.interaction.lifetime", SECOND, Duration.ofDays(1)));
  }

  private LimitConfig limits() {
    Map<String, Integer> lengths = new LinkedHashMap<>();
    for (String parameter : PARAMETERS) {
      lengths.put(parameter.replace('-', '_'), settings.integer(LENGTH + parameter, 1, 1_000_000));
    }
    return new LimitConfig(
        settings.integer("gatehouse.limits.request-body", 1024, 16_777_216),
        settings.integer("gatehouse.limits.parameters", 10, 10_000),
        settings.integer(LENGTH + "default", 1, 1_000_000),
        lengths);
  }
}
