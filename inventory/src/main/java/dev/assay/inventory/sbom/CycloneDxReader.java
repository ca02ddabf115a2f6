package dev.assay.inventory.sbom;

import dev.assay.inventory.document.InventoryDocumentException;
import dev.assay.inventory.document.Members;
import dev.assay.model.Kernel;
import dev.assay.model.NotEvaluated;
import dev.assay.model.Sbom;
import dev.assay.model.SbomException;
import dev.assay.model.SbomException.Problem;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads CycloneDX 1.4 to 1.6 in JSON (ECMA-424), of a stranger's making: nesting, the length of
/// texts and the number of components are bounded, the length of the whole is its giver's to
/// bound. Members that are not needed are passed over.
public final class CycloneDxReader {
  /// As many components as Inspector takes at most.
  public static final int COMPONENTS = 5000;

  private static final int DEPTH = 200;
  private static final int LONGEST_TEXT = 1 << 20;
  private static final Set<String> VERSIONS = Set.of("1.4", "1.5", "1.6");
  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxStringLength(LONGEST_TEXT)
                  .build())
          .build();

  private final Members json;
  private final int most;
  private @Nullable String format;
  private @Nullable String version;
  private @Nullable ComponentDocument subject;
  private final List<Component> components = new ArrayList<>();
  private final Set<String> refs = new HashSet<>();
  private final List<NotEvaluated> told = new ArrayList<>();
  private int met;

  private CycloneDxReader(Members json, int most) {
    this.json = json;
    this.most = most;
  }

  /// What a document says.
  ///
  /// @param document is not closed
  /// @param most how many components are taken, nested ones included
  /// @throws SbomException where it cannot be read
  public static Sbom read(InputStream document, int most) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), document)) {
      return new CycloneDxReader(new Members(parser), most).sbom();
    } catch (JacksonException malformed) {
      throw new SbomException(Problem.MALFORMED, malformed.getOriginalMessage());
    } catch (InventoryDocumentException | IllegalArgumentException malformed) {
      throw new SbomException(Problem.MALFORMED, String.valueOf(malformed.getMessage()));
    }
  }

  /// Whether a JSON document says of itself that it is one; it is read only until that is clear.
  public static boolean isOne(InputStream document) {
    return SelfNaming.format(document).filter(format -> format.equals("CycloneDX")).isPresent();
  }

  private Sbom sbom() {
    json.document(
        name -> {
          switch (name) {
            case "bomFormat" -> format = json.text();
            case "specVersion" -> version = json.text();
            case "metadata" -> json.object(this::metadata);
            case "components" -> components();
            default -> json.skip();
          }
        });
    if (!"CycloneDX".equals(format)) {
      throw new SbomException(
          Problem.UNSUPPORTED,
          "'bomFormat' is " + (format == null ? "missing" : quoted(format)) + ", not CycloneDX");
    }
    if (version == null || !VERSIONS.contains(version)) {
      throw new SbomException(
          Problem.UNSUPPORTED,
          "'specVersion' is "
              + (version == null ? "missing" : quoted(version))
              + ", none of 1.4, 1.5 and 1.6");
    }
    return new Assembly(target(), kernel(), components, told).sbom();
  }

  private void metadata(String name) {
    if (name.equals("component")) {
      subject = new ComponentDocument(json, this::component);
      subject.read();
      told(subject);
    } else {
      json.skip();
    }
  }

  private void components() {
    json.array(this::component);
  }

  private void component() {
    met++;
    if (met > most) {
      throw new SbomException(
          Problem.LIMIT, "it has more than the " + most + " components that are taken");
    }
    int place = met;
    ComponentDocument document = new ComponentDocument(json, this::component);
    document.read();
    told(document);
    if (document.isContainerOfOthers()) {
      return;
    }
    String ref = document.ref();
    components.add(document.component(ref != null && refs.add(ref) ? ref : free(place)));
  }

  private String free(int place) {
    String ref = "comp-" + place;
    while (!refs.add(ref)) {
      ref += "x";
    }
    return ref;
  }

  private void told(ComponentDocument document) {
    document.notEvaluated().stream().map(Gaps::told).forEach(told::add);
  }

  private String target() {
    String name = subject == null ? null : subject.name();
    return name == null || name.isBlank() ? "SBOM" : name;
  }

  /// A bill of materials was not taken from what runs unless it says so.
  private Kernel kernel() {
    if (subject == null) {
      return new Kernel.NotRunning();
    }
    Map<String, String> properties = subject.properties();
    String running = properties.get("assay:running-kernel");
    if (running != null && !running.isBlank()) {
      return new Kernel.Running(running);
    }
    return "container".equals(subject.type()) ? new Kernel.Image() : new Kernel.NotRunning();
  }

  /// Long words are cut: they end up in an answer to a stranger.
  static String quoted(String text) {
    return "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
  }
}
