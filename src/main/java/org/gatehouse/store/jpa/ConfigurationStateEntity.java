package org.gatehouse.store.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row whose version every change raises. */
@Entity
@Table(name = "configuration_state")
class ConfigurationStateEntity {
  static final short ONLY = 1;

  @Id private short id = ONLY;

  private long version;

  void raise() {
    version++;
  }

  @Override
  public String toString() {
    return "configuration " + id + " of version " + version;
  }
}
