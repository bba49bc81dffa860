package org.gatehouse.store.file;

import java.util.List;
import java.util.function.Function;
import org.gatehouse.config.ConfigFault;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.IdentityResource;

/** One client or resource in JSON, read as those of a file are. */
public final class JsonNotation {
  private JsonNotation() {}

  /**
   * What was read.
   *
   * @param value a stand-in where there is a fault
   * @param faults everything that is wrong
   * @param <T> what it is
   */
  public record Read<T>(T value, List<ConfigFault> faults) {
    public Read {
      faults = List.copyOf(faults);
    }
  }

  public static Read<Client> client(String json) {
    return read(json, ClientReader::read);
  }

  public static Read<ApiScope> apiScope(String json) {
    return read(json, ResourceReader::apiScope);
  }

  public static Read<ApiResource> apiResource(String json) {
    return read(json, ResourceReader::apiResource);
  }

  public static Read<IdentityResource> identityResource(String json) {
    return read(json, ResourceReader::identityResource);
  }

  private static <T> Read<T> read(String json, Function<Fields, T> reader) {
    Findings findings = new Findings();
    Node root = TreeReader.read("body.json", json, findings).orElseGet(() -> new Node.Nothing(1));
    if (!(root instanceof Node.Mapping)) {
      if (findings.faults().isEmpty()) {
        findings.fault("body", root.kind(), "an object", "write { and its properties }");
      }
      root = new Node.Mapping(List.of(), 1);
      return new Read<>(
          reader.apply(new Fields(new Place("", 1, ""), (Node.Mapping) root, new Findings())),
          findings.faults());
    }
    Fields fields = new Fields(new Place("", root.line(), ""), (Node.Mapping) root, findings);
    T value = reader.apply(fields);
    fields.noMore();
    return new Read<>(value, findings.faults());
  }
}
