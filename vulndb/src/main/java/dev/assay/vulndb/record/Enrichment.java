package dev.assay.vulndb.record;

import dev.assay.model.EpssScore;
import dev.assay.model.FeedRecord;
import dev.assay.model.KnownExploit;
import dev.assay.model.KnownExploited;
import dev.assay.model.SourceId;
import dev.assay.model.SsvcDecision;
import dev.assay.model.VulnerabilityId;
import dev.assay.vulndb.file.Decoder;
import dev.assay.vulndb.file.Encoder;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is known of a vulnerability beside advisories: a kind, then its fields, then (but for an
/// exploit, which names it itself) the source. The vulnerability's own name is not written.
public record Enrichment(SourceId source, FeedRecord statement) {
  private static final int KNOWN_EXPLOITED = 0;
  private static final int EPSS = 1;
  private static final int SSVC = 2;
  private static final int EXPLOIT = 3;

  public static void write(Encoder encoder, SourceId source, KnownExploited entry) {
    encoder.octet(KNOWN_EXPLOITED).text(source.value());
    Moments.writeDay(encoder, entry.added());
    Moments.writeDay(encoder, entry.due());
    encoder
        .octet(entry.ransomware() ? 1 : 0)
        .text(Limits.shorten(entry.name(), Limits.REMARK))
        .text(Limits.shorten(entry.requiredAction(), Limits.REMARK));
  }

  public static void write(Encoder encoder, SourceId source, EpssScore score) {
    encoder.octet(EPSS).text(source.value()).real(score.probability());
    Double percentile = score.percentile();
    encoder.octet(percentile == null ? 0 : 1);
    if (percentile != null) {
      encoder.real(percentile);
    }
    Moments.writeDay(encoder, score.date());
  }

  public static void write(Encoder encoder, SourceId source, SsvcDecision decision) {
    encoder
        .octet(SSVC)
        .text(source.value())
        .text(Limits.shorten(decision.exploitation(), Limits.REMARK))
        .text(Limits.shorten(decision.automatable(), Limits.REMARK))
        .text(Limits.shorten(decision.technicalImpact(), Limits.REMARK));
  }

  public static void write(Encoder encoder, KnownExploit exploit) {
    encoder
        .octet(EXPLOIT)
        .text(exploit.source().value())
        .text(Limits.shorten(exploit.reference(), Limits.REMARK))
        .text(Limits.shorten(exploit.title(), Limits.REMARK));
  }

  public static Enrichment readFrom(Decoder decoder, VulnerabilityId vulnerability) {
    int kind = decoder.octet();
    SourceId source = new SourceId(Identifiers.nonBlank(decoder, decoder.text()));
    FeedRecord statement =
        switch (kind) {
          case KNOWN_EXPLOITED -> readKnownExploited(decoder, vulnerability);
          case EPSS -> readEpss(decoder, vulnerability);
          case SSVC ->
              new SsvcDecision(vulnerability, decoder.text(), decoder.text(), decoder.text());
          case EXPLOIT -> new KnownExploit(vulnerability, source, decoder.text(), decoder.text());
          default -> throw decoder.corrupt("an unknown enrichment");
        };
    return new Enrichment(source, statement);
  }

  private static KnownExploited readKnownExploited(Decoder decoder, VulnerabilityId vulnerability) {
    LocalDate added = presentDay(decoder);
    LocalDate due = Moments.readDay(decoder);
    boolean ransomware = decoder.flag();
    return new KnownExploited(
        vulnerability, added, due, ransomware, decoder.text(), decoder.text());
  }

  private static EpssScore readEpss(Decoder decoder, VulnerabilityId vulnerability) {
    double probability = decoder.real();
    if (!(probability >= 0.0 && probability <= 1.0)) {
      throw decoder.corrupt("an EPSS probability out of bounds");
    }
    @Nullable Double percentile = decoder.flag() ? Double.valueOf(decoder.real()) : null;
    return new EpssScore(vulnerability, probability, percentile, presentDay(decoder));
  }

  private static LocalDate presentDay(Decoder decoder) {
    LocalDate day = Moments.readDay(decoder);
    if (day == null) {
      throw decoder.corrupt("a day that is missing");
    }
    return day;
  }
}
