package org.gatehouse;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Functions.GET_NAME;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules of the house, for the packages below one root. */
final class ArchitectureRules {
  /** Each package and what it may see, from the top floor down. */
  private static final Map<String, String[]> FLOORS = floors();

  /** Its annotations ask the compiler for builders; none is there at run time. */
  private static final String RECORD_BUILDER = "io.soabase.recordbuilder.core";

  private static final String[] SCOPES = {
    "jakarta.enterprise.context.ApplicationScoped",
    "jakarta.enterprise.context.RequestScoped",
    "jakarta.enterprise.context.SessionScoped",
    "jakarta.enterprise.context.ConversationScoped",
    "jakarta.enterprise.context.Dependent",
    "jakarta.inject.Singleton"
  };

  private final String root;

  ArchitectureRules(String root) {
    this.root = root;
  }

  private static Map<String, String[]> floors() {
    Map<String, String[]> floors = new LinkedHashMap<>();
    String[] ground = {"store", "cluster", "crypto", "config", "model"};
    String[] protocol = with(ground, "authorize", "grant", "session", "token", "client");
    floors.put("front", new String[] {"model"});
    floors.put("endpoint", with(protocol, "page"));
    floors.put("ui", with(protocol, "page"));
    floors.put("admin", protocol);
    floors.put("authorize", with(ground, "client", "token", "session"));
    floors.put("grant", with(ground, "client", "token", "session"));
    floors.put("session", with(ground, "client", "token"));
    floors.put("token", with(ground, "client"));
    floors.put("client", ground);
    floors.put("page", new String[] {"crypto", "config", "model"});
    floors.put("store", new String[] {"crypto", "cluster", "config", "model"});
    floors.put("cluster", new String[] {"config", "model"});
    floors.put("crypto", new String[] {"config", "model"});
    floors.put("config", new String[] {"model"});
    floors.put("model", new String[0]);
    return floors;
  }

  private static String[] with(String[] some, String... more) {
    return Stream.of(some, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private String in(String name) {
    return root + "." + name + "..";
  }

  String[] in(String... names) {
    return Arrays.stream(names).map(this::in).toArray(String[]::new);
  }

  /** Dependencies point down only. */
  ArchRule dependenciesPointDown() {
    LayeredArchitecture house =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    house = house.layer("app").definedBy(in("app"));
    for (String name : FLOORS.keySet()) {
      house = house.layer(name).definedBy(in(name));
    }
    house = house.whereLayer("app").mayNotBeAccessedByAnyLayer();
    house = house.whereLayer("front").mayNotBeAccessedByAnyLayer(); // not part of the application
    for (Map.Entry<String, String[]> floor : FLOORS.entrySet()) {
      house =
          floor.getValue().length == 0
              ? house.whereLayer(floor.getKey()).mayNotAccessAnyLayer()
              : house.whereLayer(floor.getKey()).mayOnlyAccessLayers(floor.getValue());
    }
    return house.allowEmptyShould(true);
  }

  /** Every class lies in a package of the table, so that no drawer is opened beside it. */
  ArchRule packagesAreThoseOfTheTable() {
    String[] known = with(FLOORS.keySet().toArray(String[]::new), "app");
    return classes().should().resideInAnyPackage(in(known)).allowEmptyShould(true);
  }

  ArchRule packagesAreFreeOfCycles() {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
  }

  /** Keys that seal and keys that sign meet only in what both stand on, which sees neither. */
  ArchRule ringAndSigningDoNotMeet() {
    ArchRule apart =
        slices()
            .matching(root + ".crypto.(*)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);
    ArchRule below =
        noClasses()
            .that()
            .resideInAPackage(root + ".crypto")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(in("crypto.ring", "crypto.signing"))
            .allowEmptyShould(true);
    return CompositeArchRule.of(apart).and(below);
  }

  ArchRule modelDependsOnJavaOnly() {
    return classes()
        .that()
        .resideInAPackage(in("model"))
        .and(areWritten())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", in("model"), "org.jspecify.annotations", RECORD_BUILDER)
        .allowEmptyShould(true);
  }

  /** The server loads it with the classes that pom.xml lists, outside of the application. */
  ArchRule frontStandsAlone() {
    return classes()
        .that()
        .resideInAPackage(in("front"))
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(
                    "java..", "com.ibm.wsspi.http", "org.jspecify.annotations", in("front"))
                .or(named("model.Refusal"))
                .or(named("model.OAuthError")))
        .allowEmptyShould(true);
  }

  ArchRule storeAdaptersAreSeenByAppOnly() {
    String[] adapters =
        in("store.jpa", "store.jdbc", "store.infinispan", "store.memory", "store.file");
    return classes()
        .that()
        .resideInAnyPackage(adapters)
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAnyPackage(with(adapters, in("app")))
        .allowEmptyShould(true);
  }

  /** Classes of the library are used in these packages of the house only. */
  ArchRule confined(String library, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(in(packages))
        .should()
        .dependOnClassesThat(
            describe(
                "belong to " + library,
                used ->
                    used.getPackageName().concat(".").startsWith(library + ".")
                        && !used.getName().equals("java.security.Principal")))
        .allowEmptyShould(true);
  }

  ArchRule injectionIsByConstructor() {
    return noFields()
        .should()
        .beAnnotatedWith("jakarta.inject.Inject")
        .orShould()
        .beAnnotatedWith("jakarta.ws.rs.core.Context")
        .orShould()
        .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
        .allowEmptyShould(true);
  }

  ArchRule producersAreInApp() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(in("app"))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("jakarta.enterprise.inject.Produces")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.eclipse.microprofile.config.inject.ConfigProperty")
        .allowEmptyShould(true);
  }

  ArchRule applicationScopedFieldsAreFinal() {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")
        .and()
        .areNotStatic()
        .should()
        .beFinal()
        .allowEmptyShould(true);
  }

  ArchRule applicationScopedClassesCanBeProxied() {
    return classes()
        .that()
        .areAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")
        .should(
            condition(
                "have a no-argument constructor that is not private",
                type ->
                    type.tryGetConstructor()
                        .filter(
                            constructor ->
                                !constructor.getModifiers().contains(JavaModifier.PRIVATE))
                        .isPresent()))
        .allowEmptyShould(true);
  }

  ArchRule noNameSaysNothing() {
    return noClasses()
        .should()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveNameMatching(
            ".*[.$](\\w*(Util|Helper|Manager|Impl|Service)|(Default|Abstract)\\w*|I[A-Z][a-z]\\w*)")
        .allowEmptyShould(true);
  }

  ArchRule recordsAndSealedTypesAreNoBeans() {
    return classes()
        .that(
            describe("are records or sealed", type -> type.isRecord() || type.reflect().isSealed()))
        .should(
            condition(
                "carry no scope annotation",
                type -> Arrays.stream(SCOPES).noneMatch(type::isAnnotatedWith)))
        .allowEmptyShould(true);
  }

  ArchRule providersInjectNothing() {
    return constructors()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith("jakarta.ws.rs.ext.Provider")
        .should()
        .notBeAnnotatedWith("jakarta.inject.Inject")
        .allowEmptyShould(true);
  }

  /** The class of that simple name is made in these classes only. */
  ArchRule madeOnly(String type, DescribedPredicate<JavaClass> makers) {
    return noClasses()
        .that(DescribedPredicate.not(makers))
        .should()
        .callConstructorWhere(targetOwner(simpleName(type)))
        .allowEmptyShould(true);
  }

  DescribedPredicate<JavaClass> livingIn(String name) {
    return JavaClass.Predicates.resideInAPackage(in(name));
  }

  DescribedPredicate<JavaClass> named(String name) {
    return describe(
        name, type -> type.getName().replaceFirst("[$].*", "").equals(root + "." + name));
  }

  ArchRule timeAndChanceComeFromOutside() {
    return noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethodWhere(
            describe(
                "now() without a clock",
                call ->
                    call.getTarget().getName().equals("now")
                        && call.getTargetOwner().getPackageName().equals("java.time")
                        && call.getTarget().getRawParameterTypes().isEmpty()))
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
        .allowEmptyShould(true);
  }

  /** What a log line is made of does not come from a type that holds a secret. */
  ArchRule codeThatLogsTouchesNoSecret() {
    return codeUnits()
        .that(describe("log", ArchitectureRules::logs))
        .should(
            new ArchCondition<JavaCodeUnit>("not touch a token, a code or a secret") {
              @Override
              public void check(JavaCodeUnit unit, ConditionEvents events) {
                for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
                  boolean secret = holdsSecret(access.getTargetOwner());
                  events.add(new SimpleConditionEvent(access, !secret, access.getDescription()));
                }
              }
            })
        .allowEmptyShould(true);
  }

  private static boolean logs(JavaCodeUnit unit) {
    return unit.getMethodCallsFromSelf().stream()
        .anyMatch(call -> call.getTargetOwner().getName().equals("java.lang.System$Logger"));
  }

  private boolean holdsSecret(JavaClass type) {
    return type.getPackageName().startsWith(root)
        && type.getSimpleName()
            .matches("Handle|\\w*Secret|\\w*Password|PresentedCredentials|\\w*Token|\\w*Code");
  }

  ArchRule publicMethodsHaveFewParameters() {
    return methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat(areWritten())
        .should(
            new ArchCondition<>("have at most 6 parameters") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                int count = method.getRawParameterTypes().size();
                String text = method.getFullName() + " has " + count + " parameters";
                events.add(new SimpleConditionEvent(method, count <= 6, text));
              }
            })
        .allowEmptyShould(true);
  }

  /** State of a request travels in arguments and sealed envelopes. */
  ArchRule noHiddenState() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            GET_NAME
                .is(
                    describe(
                        "a session, a thread local or a service locator",
                        name ->
                            name.equals("jakarta.servlet.http.HttpSession")
                                || name.equals("java.lang.ThreadLocal")
                                || name.equals("jakarta.enterprise.inject.spi.CDI")
                                || name.equals("jakarta.enterprise.context.RequestScoped")
                                || name.equals("jakarta.enterprise.context.SessionScoped")))
                .as("hide state"))
        .allowEmptyShould(true);
  }

  ArchRule logsBySystemLogger() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.jboss.logging..")
        .allowEmptyShould(true);
  }

  ArchRule nothingIsOfJavaxEnterprise() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javax.inject..",
            "javax.enterprise..",
            "javax.ws..",
            "javax.servlet..",
            "javax.persistence..")
        .allowEmptyShould(true);
  }

  ArchRule packagesAreNullMarked() {
    return classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith("org.jspecify.annotations.NullMarked")
        .allowEmptyShould(true);
  }

  /** Not made by the record builder. */
  static DescribedPredicate<JavaClass> areWritten() {
    return describe(
        "are written by hand",
        type -> !type.getName().replaceFirst("[$].*", "").endsWith("Builder"));
  }

  static ArchCondition<JavaClass> condition(String text, Predicate<JavaClass> test) {
    return new ArchCondition<>(text) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean holds = test.test(type);
        String message = type.getName() + (holds ? " does " : " does not ") + text;
        events.add(new SimpleConditionEvent(type, holds, message));
      }
    };
  }
}
