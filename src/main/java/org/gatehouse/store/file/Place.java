package org.gatehouse.store.file;

/** Where in a file something stands. */
record Place(String file, int line, String path) {
  Place property(String name, int at) {
    return new Place(file, at, path.isEmpty() ? name : path + "." + name);
  }

  Place item(int index, int at) {
    return new Place(file, at, path + "[" + index + "]");
  }

  @Override
  public String toString() {
    if (file.isEmpty()) {
      return path.isEmpty() ? "body" : path;
    }
    return file + ", line " + line + (path.isEmpty() ? "" : ": " + path);
  }
}
