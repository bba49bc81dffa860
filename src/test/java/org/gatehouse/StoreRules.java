package org.gatehouse;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The rules on what is kept: who calls the ports of stores, and how. */
final class StoreRules {
  private final ArchitectureRules house;
  private final String root;

  StoreRules(ArchitectureRules house, String root) {
    this.house = house;
    this.root = root;
  }

  /** Only the typed classes, their adapters and app call the port; session ends grants by it. */
  ArchRule grantStoreIsCalledByItsOwners() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(house.in("store", "app"))
        .should()
        .callMethodWhere(
            describe(
                "of GrantStore, but revokeAll and findAll in session",
                call ->
                    call.getTargetOwner().getName().equals(root + ".store.GrantStore")
                        && !(call.getOriginOwner().getPackageName().startsWith(root + ".session")
                            && call.getTarget().getName().matches("revokeAll|findAll"))))
        .allowEmptyShould(true);
  }

  /** A store of a customer's own is judged in one place; nobody goes past it. */
  ArchRule clientsAndResourcesAreJudged() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(house.in("store", "app"))
        .and(
            describe(
                "are no register",
                type -> !type.getName().matches(root + "[.]client[.]Registered\\w+")))
        .should()
        .callMethodWhere(
            describe(
                "of ClientStore or ResourceStore",
                call ->
                    call.getTargetOwner()
                        .getName()
                        .matches(root + "[.]store[.](Client|Resource)Store")))
        .allowEmptyShould(true);
  }

  /** What is used once is consumed: between a look and an end another caller has time to look. */
  ArchRule nothingIsReadAndThenRemoved() {
    return codeUnits()
        .that()
        .areDeclaredInClassesThat(
            describe(
                "are no adapters", type -> !type.getPackageName().startsWith(root + ".store.")))
        .should(
            new ArchCondition<JavaCodeUnit>("not both look a grant up and end it") {
              @Override
              public void check(JavaCodeUnit unit, ConditionEvents events) {
                boolean both = callsGrants(unit, "find.*") && callsGrants(unit, "revoke.*");
                events.add(new SimpleConditionEvent(unit, !both, unit.getFullName()));
              }
            })
        .allowEmptyShould(true);
  }

  private boolean callsGrants(JavaCodeUnit unit, String method) {
    return unit.getMethodCallsFromSelf().stream()
        .filter(call -> call.getTargetOwner().getName().equals(root + ".store.GrantStore"))
        .anyMatch(call -> call.getTarget().getName().matches(method));
  }

  /** What another node or a store could hand in is never turned into objects by Java itself. */
  ArchRule nothingIsSerialized() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            describe(
                "serialize",
                used ->
                    used.getName()
                            .matches("java[.]io[.](Object(In|Out)put(Stream)?|Externalizable)")
                        || used.getPackageName().startsWith("org.jboss.marshalling")))
        .allowEmptyShould(true);
  }

  /** Failures and enums are, by birth. */
  ArchRule whatIsKeptIsNotSerializable() {
    return classes()
        .that()
        .resideInAnyPackage(house.in("model", "store", "crypto"))
        .and(ArchitectureRules.areWritten())
        .should(
            ArchitectureRules.condition(
                "stay out of serialization",
                type ->
                    !type.isAssignableTo(java.io.Serializable.class)
                        || type.isAssignableTo(Throwable.class)
                        || type.isAssignableTo(Enum.class)))
        .allowEmptyShould(true);
  }
}
