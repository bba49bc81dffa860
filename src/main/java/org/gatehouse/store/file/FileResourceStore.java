package org.gatehouse.store.file;

import java.util.Set;
import org.gatehouse.model.configuration.Resources;
import org.gatehouse.store.ResourceStore;

/** The resources of files and code, as they were at the start. */
public final class FileResourceStore implements ResourceStore {
  private final Resources enabled;

  public FileResourceStore(Resources resources) {
    this.enabled = resources.enabled();
  }

  @Override
  public Resources find(Set<String> scopes) {
    return enabled.of(scopes);
  }

  @Override
  public Resources all() {
    return enabled;
  }
}
