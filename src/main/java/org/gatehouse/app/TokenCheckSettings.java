package org.gatehouse.app;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Tells MicroProfile JWT, which guards the administration API, who issues its tokens: we do. */
public class TokenCheckSettings implements ConfigSource {
  private static final Map<String, String> SETTINGS =
      Map.of("mp.jwt.verify.issuer", "${gatehouse.issuer}");

  @Override
  public Set<String> getPropertyNames() {
    return SETTINGS.keySet();
  }

  @Override
  public @Nullable String getValue(String name) {
    return SETTINGS.get(name);
  }

  @Override
  public String getName() {
    return "gatehouse";
  }

  @Override
  public int getOrdinal() {
    return 50;
  }
}
