package dev.assay.vulndb.record;

import dev.assay.model.Ecosystem;
import dev.assay.model.ReleaseLife;
import dev.assay.model.SourceId;
import dev.assay.vulndb.file.Decoder;
import dev.assay.vulndb.file.Encoder;
import java.time.LocalDate;

/// Support dates of releases. The ecosystem is the key and not written.
public final class Lives {
  private Lives() {}

  public static void write(Encoder encoder, ReleaseLife life) {
    encoder.text(life.source().value()).text(Limits.shorten(life.label(), Limits.REMARK));
    Moments.writeDay(encoder, life.released());
    Moments.writeDay(encoder, life.eol());
    Moments.writeDay(encoder, life.extendedEol());
    encoder.optionalText(life.extendedName());
  }

  public static ReleaseLife read(Decoder decoder, Ecosystem ecosystem) {
    SourceId source = new SourceId(Identifiers.nonBlank(decoder, decoder.text()));
    String label = decoder.text();
    LocalDate released = Moments.readDay(decoder);
    LocalDate eol = Moments.readDay(decoder);
    LocalDate extendedEol = Moments.readDay(decoder);
    return new ReleaseLife(
        source, ecosystem, label, released, eol, extendedEol, decoder.optionalText());
  }
}
