package org.gatehouse.store.memory;

import java.time.Clock;
import org.gatehouse.store.GrantAuthority;
import org.gatehouse.store.GrantAuthorityContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Grants that memory decides for others")
class MemoryGrantAuthorityTest extends GrantAuthorityContract {
  @Override
  protected GrantAuthority authority(Clock time) {
    return new MemoryGrantStore(time);
  }
}
