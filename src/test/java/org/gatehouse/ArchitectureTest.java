package org.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.app.GatehouseApplication;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void placeholder() {
    assertThat(new GatehouseApplication().getClasses()).isEmpty();
  }
}
