package org.gatehouse.store.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads JSON, with the comments and trailing commas that .NET configuration files have, and YAML
 * without tags, anchors and aliases. Names that are there twice are kept.
 */
final class TreeReader {
  private static final int DEEPEST = 32;
  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(DEEPEST)
          .maxStringLength(1_000_000)
          .maxNameLength(1_000)
          .maxNumberLength(100)
          .build();
  private static final TokenStreamFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(CONSTRAINTS)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();
  private static final TokenStreamFactory YAML =
      YAMLFactory.builder()
          .streamReadConstraints(CONSTRAINTS)
          .loadSettings(LoadSettings.builder().setCodePointLimit(FileText.LARGEST).build())
          .build();

  private final JsonParser parser;

  private TreeReader(JsonParser parser) {
    this.parser = parser;
  }

  /** The tree of a file; empty where there is a fault. */
  static Optional<Node> read(String file, String text, Findings findings) {
    Optional<TokenStreamFactory> format = format(file);
    if (format.isEmpty()) {
      findings.fault(file, "another ending", ".json, .yaml or .yml", "rename the file");
      return Optional.empty();
    }
    try (JsonParser parser = format.get().createParser(ObjectReadContext.empty(), text)) {
      return Optional.of(new TreeReader(parser).document());
    } catch (Refused e) {
      findings.fault(place(file, e.line, ""), e.found, e.expected, "correct the file there");
    } catch (JacksonException e) {
      boolean isYaml = format.get() == YAML;
      findings.fault(
          place(file, e.getLocation() == null ? 1 : e.getLocation().getLineNr(), ""),
          isYaml ? "something else" : withoutContent(e.getOriginalMessage()),
          isYaml ? "well-formed YAML" : "well-formed JSON",
          "correct the file there, or just before");
    }
    return Optional.empty();
  }

  static Place place(String file, int line, String path) {
    return new Place(file, Math.max(line, 1), path);
  }

  private static Optional<TokenStreamFactory> format(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".json")) {
      return Optional.of(JSON);
    }
    return name.endsWith(".yaml") || name.endsWith(".yml") ? Optional.of(YAML) : Optional.empty();
  }

  private Node document() {
    JsonToken first = parser.nextToken();
    if (first == null) {
      return new Node.Nothing(1);
    }
    Node root = node(first, 0);
    if (parser.nextToken() != null) {
      throw new Refused(line(), "something behind the end", "one document");
    }
    return root;
  }

  private Node node(JsonToken token, int depth) {
    int line = line();
    if (depth > DEEPEST) {
      throw new Refused(line, "deeper nesting", "at most " + DEEPEST + " levels");
    }
    if (parser.getTypeId() != null || parser.getObjectId() != null) {
      throw new Refused(line, "a tag or an anchor", "plain YAML");
    }
    if (token == JsonToken.START_OBJECT) {
      return mapping(line, depth);
    }
    if (token == JsonToken.START_ARRAY) {
      return sequence(line, depth);
    }
    if (token == JsonToken.VALUE_NULL) {
      return new Node.Nothing(line);
    }
    if (!token.isScalarValue() || token == JsonToken.VALUE_EMBEDDED_OBJECT) {
      throw new Refused(line, "something else", "a value");
    }
    refuseAlias(line);
    String text = parser.getString();
    boolean isNull = parser instanceof YAMLParser && text.equals("~");
    return isNull ? new Node.Nothing(line) : new Node.Scalar(text, line);
  }

  private Node mapping(int line, int depth) {
    List<Node.Entry> entries = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      refuseAlias(line());
      int at = line();
      String name = parser.currentName();
      entries.add(new Node.Entry(name, at, node(parser.nextToken(), depth + 1)));
    }
    return new Node.Mapping(entries, line);
  }

  private Node sequence(int line, int depth) {
    List<Node> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(node(token, depth + 1));
    }
    return new Node.Sequence(items, line);
  }

  private void refuseAlias(int line) {
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw new Refused(line, "an alias", "plain YAML");
    }
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  /** A message may quote the file, which has secrets. */
  private static String withoutContent(String message) {
    String line = message.lines().findFirst().orElse("something else");
    return line.replaceAll("'[^']{2,}'", "'...'").replaceAll("\"[^\"]{2,}\"", "\"...\"");
  }

  /** Well-formed, and still not accepted. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;
    private final String found;
    private final String expected;

    Refused(int line, String found, String expected) {
      super(found, null, false, false);
      this.line = line;
      this.found = found;
      this.expected = expected;
    }
  }
}
