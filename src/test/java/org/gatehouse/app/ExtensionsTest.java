package org.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A class of an extension")
class ExtensionsTest {
  @Test
  void isInAJarBesideTheWar() {
    assertThat(
            Extensions.jar("wsjar:file:/wlp/usr/servers/gatehouse/ext/acme.jar!/com/acme/A.class"))
        .hasValue("acme.jar");
  }

  @Test
  void isNotInTheWar() {
    assertThat(
            Extensions.jar("wsjar:file:/wlp/apps/gatehouse.war!/WEB-INF/lib/x.jar!/org/x/A.class"))
        .isEmpty();
    assertThat(Extensions.jar("wsjar:file:/wlp/apps/gatehouse.war!/WEB-INF/classes/org/A.class"))
        .isEmpty();
    assertThat(Extensions.jar("file:/project/target/classes/org/gatehouse/A.class")).isEmpty();
  }
}
