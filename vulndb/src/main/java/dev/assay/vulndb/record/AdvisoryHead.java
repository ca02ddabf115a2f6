package dev.assay.vulndb.record;

import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryId;
import dev.assay.model.SourceId;
import dev.assay.model.VulnerabilityId;
import dev.assay.vulndb.file.Decoder;
import dev.assay.vulndb.file.Encoder;
import java.util.ArrayList;
import java.util.List;

/// What a match needs of an advisory.
public record AdvisoryHead(
    SourceId source,
    AdvisoryId id,
    Advisory.Kind kind,
    boolean withdrawn,
    List<VulnerabilityId> vulnerabilities) {
  private static final int BULLETIN = 1;
  private static final int WITHDRAWN = 2;
  private static final int NAMES_ITSELF = 4;

  public AdvisoryHead {
    vulnerabilities = List.copyOf(vulnerabilities);
  }

  /// Writes all but the source, which is written as a number.
  ///
  /// @param sourceNumber the source's place among all sources in order
  public void writeTo(Encoder encoder, int sourceNumber) {
    boolean namesItself =
        vulnerabilities.size() == 1 && vulnerabilities.getFirst().value().equals(id.value());
    int flags =
        (kind == Advisory.Kind.BULLETIN ? BULLETIN : 0)
            | (withdrawn ? WITHDRAWN : 0)
            | (namesItself ? NAMES_ITSELF : 0);
    encoder.octet(flags).number(sourceNumber);
    Identifiers.write(encoder, id.value());
    if (!namesItself) {
      encoder.number(vulnerabilities.size());
      for (VulnerabilityId vulnerability : vulnerabilities) {
        Identifiers.write(encoder, vulnerability.value());
      }
    }
  }

  public static AdvisoryHead readFrom(Decoder decoder, List<SourceId> sources) {
    int flags = decoder.octet();
    int source = decoder.number();
    if (flags > (BULLETIN | WITHDRAWN | NAMES_ITSELF) || source >= sources.size()) {
      throw decoder.corrupt("the head of an advisory");
    }
    String id = Identifiers.read(decoder);
    return new AdvisoryHead(
        sources.get(source),
        new AdvisoryId(id),
        (flags & BULLETIN) != 0 ? Advisory.Kind.BULLETIN : Advisory.Kind.VULNERABILITY,
        (flags & WITHDRAWN) != 0,
        (flags & NAMES_ITSELF) != 0 ? List.of(new VulnerabilityId(id)) : readNames(decoder));
  }

  private static List<VulnerabilityId> readNames(Decoder decoder) {
    int count = decoder.count();
    List<VulnerabilityId> names = new ArrayList<>(Math.min(count, 1_000));
    for (int i = 0; i < count; i++) {
      names.add(new VulnerabilityId(Identifiers.read(decoder)));
    }
    return names;
  }
}
