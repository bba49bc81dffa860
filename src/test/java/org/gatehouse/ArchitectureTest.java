package org.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The architecture: floors, names and scopes")
class ArchitectureTest {
  private static final String HOUSE = "org.gatehouse";

  /** A small house in the test tree that breaks every rule. */
  private static final String BAD_HOUSE = "org.gatehouse.badhouse";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(HOUSE);

  private static final JavaClasses BAD_CLASSES = new ClassFileImporter().importPackages(BAD_HOUSE);

  /** What the bad house cannot do: its libraries are not here, or the size limits stop it. */
  private static final Set<String> NOT_BROKEN =
      Set.of(
          "public methods have few parameters",
          "nothing is of javax enterprise",
          "org.infinispan only in [store.infinispan, cluster]",
          "org.jgroups only in [cluster]");

  static Set<String> rules() {
    return rulesOf(HOUSE).keySet();
  }

  static Stream<String> brokenRules() {
    return rules().stream().filter(rule -> !NOT_BROKEN.contains(rule));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(String rule) {
    rulesOf(HOUSE).get(rule).check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("brokenRules")
  void bites(String rule) {
    boolean violated = rulesOf(BAD_HOUSE).get(rule).evaluate(BAD_CLASSES).hasViolation();

    assertThat(violated).as(rule).isTrue();
  }

  @Test
  void everyPackageSaysWhatItHolds() {
    Set<String> described = new TreeSet<>();
    Set<String> used = new TreeSet<>();
    CLASSES.forEach(
        type ->
            (type.getSimpleName().equals("package-info") ? described : used)
                .add(type.getPackageName()));

    used.removeAll(described);
    assertThat(used).isEmpty();
  }

  private static Map<String, ArchRule> rulesOf(String root) {
    ArchitectureRules house = new ArchitectureRules(root);
    StoreRules kept = new StoreRules(house, root);
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("dependencies point down", house.dependenciesPointDown());
    rules.put("packages are those of the table", house.packagesAreThoseOfTheTable());
    rules.put("packages are free of cycles", house.packagesAreFreeOfCycles());
    rules.put("model depends on Java only", house.modelDependsOnJavaOnly());
    rules.put("front stands alone", house.frontStandsAlone());
    rules.put("key ring and signing keys do not meet", house.ringAndSigningDoNotMeet());
    rules.put("store adapters are seen by app only", house.storeAdaptersAreSeenByAppOnly());
    rules.put("no name says nothing", house.noNameSaysNothing());
    rules.put("public methods have few parameters", house.publicMethodsHaveFewParameters());
    rules.put("GrantStore is called by its owners", kept.grantStoreIsCalledByItsOwners());
    rules.put("clients and resources are judged", kept.clientsAndResourcesAreJudged());
    rules.put("nothing is read and then removed", kept.nothingIsReadAndThenRemoved());
    rules.put("nothing is serialized", kept.nothingIsSerialized());
    rules.put("what is kept is not serializable", kept.whatIsKeptIsNotSerializable());
    rules.put("time and chance come from outside", house.timeAndChanceComeFromOutside());
    rules.put("code that logs touches no secret", house.codeThatLogsTouchesNoSecret());
    rules.put("logs by System.Logger", house.logsBySystemLogger());
    rules.put("no hidden state", house.noHiddenState());
    rules.put("nothing is of javax enterprise", house.nothingIsOfJavaxEnterprise());
    rules.put("packages are null-marked", house.packagesAreNullMarked());
    addConfined(rules, house);
    addBeans(rules, house);
    return rules;
  }

  private static void addConfined(Map<String, ArchRule> rules, ArchitectureRules house) {
    String[] edge = {"endpoint", "ui", "admin", "app", "page"};
    String[] jose = {"crypto", "token", "client"};
    confine(rules, house, "jakarta.ws.rs", edge);
    confine(rules, house, "jakarta.persistence", "store.jpa", "app");
    confine(rules, house, "java.sql", "store.jdbc", "app");
    confine(rules, house, "org.infinispan", "store.infinispan", "cluster");
    confine(rules, house, "org.jgroups", "cluster");
    confine(rules, house, "org.hibernate", "store.jpa");
    confine(rules, house, "org.flywaydb", "store.jdbc", "app");
    confine(rules, house, "com.github.benmanes.caffeine", "store");
    confine(rules, house, "org.eclipse.microprofile", "app", "admin");
    confine(rules, house, "java.security", jose);
    confine(rules, house, "com.nimbusds", jose);
    confine(rules, house, "gg.jte", "page");
    confine(rules, house, "com.ibm", "front");
  }

  private static void confine(
      Map<String, ArchRule> rules, ArchitectureRules house, String library, String... packages) {
    rules.put(library + " only in " + Arrays.toString(packages), house.confined(library, packages));
  }

  private static void addBeans(Map<String, ArchRule> rules, ArchitectureRules house) {
    rules.put("injection is by constructor", house.injectionIsByConstructor());
    rules.put("producers are in app", house.producersAreInApp());
    rules.put("application-scoped fields are final", house.applicationScopedFieldsAreFinal());
    rules.put(
        "application-scoped classes can be proxied", house.applicationScopedClassesCanBeProxied());
    rules.put("records and sealed types are no beans", house.recordsAndSealedTypesAreNoBeans());
    rules.put("providers inject nothing", house.providersInjectNothing());
    DescribedPredicate<JavaClass> redirects = house.named("authorize.RedirectUriCheck");
    rules.put(
        "AuthorizeException is made in authorize",
        house.madeOnly("AuthorizeException", house.livingIn("authorize")));
    rules.put(
        "ResponseTarget is made by RedirectUriCheck", house.madeOnly("ResponseTarget", redirects));
  }
}
