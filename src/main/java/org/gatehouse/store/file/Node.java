package org.gatehouse.store.file;

import java.util.List;

/** A value of a file, as it was written, with the line where it begins. */
sealed interface Node {
  int line();

  /** What a person calls such a value. */
  String kind();

  /** A text, a number, true or false; as text, as .NET configuration sees it. */
  record Scalar(String text, int line) implements Node {
    @Override
    public String kind() {
      return "a single value";
    }
  }

  /** Null, or nothing in YAML. */
  record Nothing(int line) implements Node {
    @Override
    public String kind() {
      return "nothing";
    }
  }

  /** A list. */
  record Sequence(List<Node> items, int line) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** An object; a name may be there more than once. */
  record Mapping(List<Entry> entries, int line) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "an object";
    }
  }

  /** A name of an object with its value. */
  record Entry(String name, int line, Node value) {}
}
