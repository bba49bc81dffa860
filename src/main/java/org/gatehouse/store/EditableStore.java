package org.gatehouse.store;

import java.util.List;
import java.util.Optional;

/**
 * Things of one kind that are changed while the server runs, each as a whole, each under a name of
 * its own. A change is seen by every node.
 *
 * @param <T> what they are
 */
public interface EditableStore<T> {
  /** Those whose names come after this one, in the order of their names; at most so many. */
  List<Stored<T>> page(String after, int limit);

  Optional<Stored<T>> find(String name);

  /**
   * Adds one.
   *
   * @throws ChangeRefused when the name is taken
   */
  Stored<T> create(T value);

  /**
   * Puts this in the place of the version.
   *
   * @throws ChangeRefused when there is no such thing, or another version of it
   */
  Stored<T> replace(T value, long version);

  /**
   * Removes this version.
   *
   * @throws ChangeRefused when there is no such thing, or another version of it
   */
  void delete(String name, long version);
}
