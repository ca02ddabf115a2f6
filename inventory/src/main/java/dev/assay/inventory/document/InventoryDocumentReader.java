package dev.assay.inventory.document;

import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import dev.assay.model.NotEvaluated;
import dev.assay.model.OperatingSystem;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads the inventory of one resource as `assay inventory --format json` writes it
/// (docs/formats.md). Members that are not known are passed over; one that is needed and missing,
/// or that is of another kind, is an {@link InventoryDocumentException}. Nesting and the length of
/// texts are bounded; the length of the whole is its giver's to bound.
public final class InventoryDocumentReader {
  private static final int DEPTH = 32;
  private static final int LONGEST_TEXT = 1 << 20;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxStringLength(LONGEST_TEXT)
                  .build())
          .build();

  private final Members json;
  private @Nullable String target;
  private @Nullable OperatingSystem os;
  private @Nullable Kernel kernel;
  private @Nullable List<InstalledPackage> packages;
  private Set<String> subscriptions = Set.of();
  private @Nullable Set<String> repositories;
  private Set<String> modules = Set.of();
  private final List<NotEvaluated> notEvaluated = new ArrayList<>();

  private InventoryDocumentReader(Members json) {
    this.json = json;
  }

  /// The inventory that a document holds.
  ///
  /// @param document is not closed
  public static Inventory read(InputStream document) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), document)) {
      return new InventoryDocumentReader(new Members(parser)).inventory();
    } catch (JacksonException | IllegalArgumentException malformed) {
      throw new InventoryDocumentException(String.valueOf(malformed.getMessage()));
    }
  }

  private Inventory inventory() {
    json.document(this::member);
    return new Inventory(
        json.required(target, "resource.id"),
        os,
        json.required(kernel, "resource.kernel"),
        json.required(packages, "packages"),
        subscriptions,
        repositories,
        modules,
        notEvaluated);
  }

  private void member(String name) {
    switch (name) {
      case "resource" -> json.object(this::resource);
      case "subscriptions" -> subscriptions = Set.copyOf(json.texts());
      case "repositories" -> repositories = Set.copyOf(json.texts());
      case "modules" -> modules = Set.copyOf(json.texts());
      case "packages" -> {
        List<InstalledPackage> read = new ArrayList<>();
        json.array(() -> read.add(new PackageDocument(json).read()));
        packages = read;
      }
      case "notEvaluated" -> json.array(() -> notEvaluated.add(new GapDocument(json).read()));
      default -> json.skip();
    }
  }

  private void resource(String name) {
    switch (name) {
      case "id" -> target = json.text();
      case "os" -> os = new OperatingSystemDocument(json).read();
      case "kernel" -> kernel = kernel();
      default -> json.skip();
    }
  }

  private Kernel kernel() {
    String[] state = new String[2];
    json.object(
        name -> {
          switch (name) {
            case "state" -> state[0] = json.text();
            case "release" -> state[1] = json.text();
            default -> json.skip();
          }
        });
    return switch (json.required(state[0], "state")) {
      case "RUNNING" -> new Kernel.Running(json.required(state[1], "release"));
      case "NOT_RUNNING" -> new Kernel.NotRunning();
      case "IMAGE" -> new Kernel.Image();
      default -> throw json.complaint("a kernel is RUNNING, NOT_RUNNING or IMAGE, not " + state[0]);
    };
  }
}
