package org.gatehouse.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetTest {
  @ParameterizedTest
  @EnumSource
  void isFoundByItsName(Asset asset) {
    assertThat(Asset.named(asset.fileName())).contains(asset);
    assertThat(asset.address()).matches("/assets/[a-z.]+\\?v=[0-9a-f]{8}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "other.css", "../gatehouse.css", "GATEHOUSE.CSS", "gatehouse.css/"})
  void isNothingElse(String name) {
    assertThat(Asset.named(name)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void loadsNothingFromElsewhere(Asset asset) {
    assertThat(asset.content()).doesNotContain("url(", "@import", "<script", "href");
  }

  @Test
  void keepsWhatAThemeMayChangeAtTheTop() {
    String rules = Asset.STYLESHEET.content().split("\\*,\n", 2)[1];

    assertThat(rules.replace("#fff;", "")).doesNotContainPattern("#[0-9a-f]{3,6}\\b|rgb\\(");
  }
}
