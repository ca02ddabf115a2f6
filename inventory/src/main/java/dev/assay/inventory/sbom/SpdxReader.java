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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// Reads SPDX 2.2 and 2.3 in JSON, of a stranger's making and within the bounds of
/// `CycloneDxReader`. The packages that the document describes are its subject and no components,
/// unless they have a package URL of their own.
public final class SpdxReader {
  private static final Set<String> VERSIONS = Set.of("SPDX-2.2", "SPDX-2.3");
  private static final String DOCUMENT = "SPDXRef-DOCUMENT";
  private static final String GAP = "Not evaluated: ";

  private final Members json;
  private final int most;
  private @Nullable String version;
  private String name = "SBOM";
  private final List<SpdxPackageDocument> packages = new ArrayList<>();
  private final Set<String> described = new HashSet<>();
  private final List<NotEvaluated> told = new ArrayList<>();

  private SpdxReader(Members json, int most) {
    this.json = json;
    this.most = most;
  }

  /// What a document says.
  ///
  /// @param document is not closed
  /// @param most how many packages are taken
  /// @throws SbomException where it cannot be read
  public static Sbom read(InputStream document, int most) {
    try (JsonParser parser =
        CycloneDxReader.JSON.createParser(ObjectReadContext.empty(), document)) {
      return new SpdxReader(new Members(parser), most).sbom();
    } catch (JacksonException malformed) {
      throw new SbomException(Problem.MALFORMED, malformed.getOriginalMessage());
    } catch (InventoryDocumentException | IllegalArgumentException malformed) {
      throw new SbomException(Problem.MALFORMED, String.valueOf(malformed.getMessage()));
    }
  }

  /// Whether a JSON document says of itself that it is one; it is read only until that is clear.
  public static boolean isOne(InputStream document) {
    return SelfNaming.format(document).filter(format -> format.startsWith("SPDX")).isPresent();
  }

  private Sbom sbom() {
    json.document(this::member);
    if (version == null || !VERSIONS.contains(version)) {
      throw new SbomException(
          Problem.UNSUPPORTED,
          "'spdxVersion' is "
              + (version == null ? "missing" : CycloneDxReader.quoted(version))
              + ", neither SPDX-2.2 nor SPDX-2.3");
    }
    Set<String> refs = new HashSet<>();
    List<Component> components = new ArrayList<>();
    Kernel kernel = new Kernel.NotRunning();
    for (SpdxPackageDocument one : packages) {
      String id = one.id();
      if (id != null && described.contains(id) && one.purl() == null) {
        kernel = one.isContainer() ? new Kernel.Image() : kernel;
        continue;
      }
      String ref = id != null && refs.add(id) ? id : "package-" + components.size();
      components.add(one.component(ref));
    }
    return new Assembly(name, kernel, components, told).sbom();
  }

  private void member(String member) {
    switch (member) {
      case "spdxVersion" -> version = json.text();
      case "name" -> name = json.text();
      case "comment" -> comment(json.textOrNull());
      case "documentDescribes" -> described.addAll(json.texts());
      case "packages" -> json.array(this::onePackage);
      case "relationships" -> json.array(this::relationship);
      default -> json.skip();
    }
  }

  private void onePackage() {
    if (packages.size() == most) {
      throw new SbomException(
          Problem.LIMIT, "it has more than the " + most + " packages that are taken");
    }
    SpdxPackageDocument one = new SpdxPackageDocument(json);
    one.read();
    packages.add(one);
  }

  private void relationship() {
    @Nullable String[] parts = new String[3];
    json.object(
        of -> {
          switch (of) {
            case "spdxElementId" -> parts[0] = json.textOrNull();
            case "relationshipType" -> parts[1] = json.textOrNull();
            case "relatedSpdxElement" -> parts[2] = json.textOrNull();
            default -> json.skip();
          }
        });
    String subject = parts[2];
    if (DOCUMENT.equals(parts[0]) && "DESCRIBES".equals(parts[1]) && subject != null) {
      described.add(subject);
    }
  }

  /// Our own documents tell there what was not read, a line each.
  private void comment(@Nullable String text) {
    if (text != null) {
      text.lines()
          .filter(line -> line.startsWith(GAP))
          .map(line -> Gaps.told(line.substring(GAP.length())))
          .forEach(told::add);
    }
  }
}
