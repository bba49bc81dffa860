package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.config.ConfigException;
import org.gatehouse.config.ConfigFault;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.model.configuration.Finding;
import org.gatehouse.model.configuration.LengthRules;
import org.gatehouse.model.configuration.Resources;
import org.gatehouse.model.configuration.StandardScopes;
import org.gatehouse.store.ChangeRefused;
import org.gatehouse.store.file.ConfigurationLoader;
import org.gatehouse.store.jpa.JpaImport;
import org.gatehouse.store.jpa.JpaInspection;
import org.gatehouse.store.jpa.JpaUnit;

/** Clients and resources of the database, at the start: files are written into it. */
@ApplicationScoped
public class StoredConfiguration {
  private static final System.Logger LOG = System.getLogger(StoredConfiguration.class.getName());
  private static final String IMPORT = "gatehouse.configuration.import";
  private static final String REPLACE = IMPORT + ".replace";
  private static final int MOST_NAMES = 20;

  private final StoreConfig config;
  private final Instance<JpaUnit> unit;
  private final ConfigurationWatch watch;
  private final Clock clock;

  @Inject
  public StoredConfiguration(
      StoreConfig config, Instance<JpaUnit> unit, ConfigurationWatch watch, Clock clock) {
    this.config = config;
    this.unit = unit;
    this.watch = watch;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  StoredConfiguration() {
    this(null, null, null, null); // CDI client proxy
  }

  /** Imports, and begins to look for changes; nothing where the database is not the store. */
  void begin() {
    if (config.isConfiguredByDatabase()) {
      JpaUnit mapping = unit.get();
      if (!config.imported().locations().isEmpty()) {
        write(mapping, read());
      }
      watch.begin();
      watch.later(new JpaInspection(mapping)::run);
    }
  }

  /** What the files say; refused with all that is wrong. */
  private ConfigurationLoader.Result read() {
    ConfigurationLoader loader = new ConfigurationLoader();
    config.imported().locations().forEach(loader::file);
    ConfigurationLoader.Result result = loader.result();
    Resources resources = result.resources();
    List<ConfigFault> faults = new ArrayList<>(result.faults());
    faults.addAll(UnservedSettings.of(result.clients(), resources.apiResources()).faults());
    Stream.of(
            result.clients(),
            resources.identityResources(),
            resources.apiScopes(),
            resources.apiResources())
        .flatMap(List::stream)
        .forEach(each -> faults.addAll(tooLong(each)));
    if (!faults.isEmpty()) {
      throw new ConfigException(faults);
    }
    result.warnings().forEach(line -> LOG.log(System.Logger.Level.WARNING, line));
    return result;
  }

  private static List<ConfigFault> tooLong(Record value) {
    return LengthRules.check(value).stream().map(finding -> fault(value, finding)).toList();
  }

  private static ConfigFault fault(Record value, Finding finding) {
    String place = value.getClass().getSimpleName() + ": " + finding.property();
    return new ConfigFault(place, finding.found(), finding.expected(), finding.fix());
  }

  private void write(JpaUnit mapping, ConfigurationLoader.Result read) {
    Resources all = read.resources();
    Resources own =
        new Resources(
            all.identityResources().stream()
                .filter(each -> !StandardScopes.all().contains(each))
                .toList(),
            all.apiScopes(),
            all.apiResources());
    try {
      JpaImport.Counts counts =
          new JpaImport(mapping, clock, config.imported().replaces()).write(read.clients(), own);
      LOG.log(
          System.Logger.Level.INFO,
          "Imported clients and resources: {0} created, {1} replaced, {2} unchanged",
          counts.created(),
          counts.replaced(),
          counts.unchanged());
      tellKept(counts.kept());
    } catch (ChangeRefused e) {
      throw new ConfigException(
          List.of(
              new ConfigFault(
                  IMPORT,
                  String.valueOf(e.getMessage()),
                  "a name that no other kind of scope in the database has",
                  "rename one of the two")));
    }
  }

  private static void tellKept(List<String> names) {
    if (!names.isEmpty()) {
      String more = names.size() > MOST_NAMES ? ", ..." : "";
      LOG.log(
          System.Logger.Level.WARNING,
          "The import left {0} alone that the database has in another form: {1}. {2}=true replaces"
              + " them.",
          names.size(),
          String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES))) + more,
          REPLACE);
    }
  }
}
