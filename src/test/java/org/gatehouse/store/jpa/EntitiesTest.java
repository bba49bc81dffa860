package org.gatehouse.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The entities")
class EntitiesTest {
  @Test
  void areAllInTheUnit() {
    List<String> annotated =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.gatehouse")
                .stream()
                .filter(type -> type.isAnnotatedWith(Entity.class))
                .map(JavaClass::getName)
                .toList();

    assertThat(JpaUnit.ENTITIES)
        .extracting(Class::getName)
        .containsExactlyInAnyOrderElementsOf(annotated);
  }
}
