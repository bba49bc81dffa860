package org.gatehouse.store.jpa;

import java.util.List;
import java.util.function.Function;
import org.gatehouse.model.configuration.Finding;
import org.gatehouse.model.configuration.Servable;

/** Logs everything in the database that must not be served. */
public final class JpaInspection {
  private static final int AT_ONCE = 200;

  private final JpaUnit unit;

  public JpaInspection(JpaUnit unit) {
    this.unit = unit;
  }

  public void run() {
    all("identity resource", Kind.IDENTITY_RESOURCES, Servable::faults);
    all("API scope", Kind.API_SCOPES, Servable::faults);
    all("API resource", Kind.API_RESOURCES, Servable::faults);
    all("client", Kind.CLIENTS, Servable::faults);
  }

  private <T, E extends AggregateEntity<T>> void all(
      String what, Kind<T, E> kind, Function<T, List<Finding>> rules) {
    String after = "";
    boolean more = true;
    while (more) {
      String last = after;
      List<String> names =
          unit.read(
              manager ->
                  new Aggregates<>(manager, kind)
                      .page(last, AT_ONCE).stream()
                          .map(
                              entity -> {
                                Rows.servable(what, entity.name(), entity::toModel, rules);
                                return entity.name();
                              })
                          .toList());
      more = names.size() == AT_ONCE;
      after = names.isEmpty() ? after : names.get(names.size() - 1);
    }
  }
}
