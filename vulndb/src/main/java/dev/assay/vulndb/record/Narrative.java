package dev.assay.vulndb.record;

import dev.assay.model.CvssScore;
import dev.assay.model.VulnerabilityId;
import dev.assay.vulndb.file.Decoder;
import dev.assay.vulndb.file.Encoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What advisories and vulnerabilities tell in the same way, but for the description, which is
/// shared between records and so written apart.
public record Narrative(
    String title,
    List<CvssScore> cvss,
    List<String> cwes,
    List<String> references,
    List<VulnerabilityId> aliases,
    @Nullable Instant published,
    @Nullable Instant modified,
    boolean disputed) {

  public void writeTo(Encoder encoder) {
    encoder.text(Limits.shorten(title, Limits.REMARK));
    writeList(encoder, keptScores(), Narrative::writeScore);
    writeList(encoder, Limits.kept(cwes), Encoder::text);
    writeList(encoder, Limits.kept(references), Encoder::text);
    writeList(
        encoder,
        Limits.kept(aliases.stream().map(VulnerabilityId::value).toList()),
        Identifiers::write);
    Moments.write(encoder, published);
    Moments.write(encoder, modified);
    encoder.octet(disputed ? 1 : 0);
  }

  public static Narrative readFrom(Decoder decoder) {
    return new Narrative(
        decoder.text(),
        readList(decoder, Narrative::readScore),
        readList(decoder, Decoder::text),
        readList(decoder, Decoder::text),
        readList(decoder, each -> new VulnerabilityId(Identifiers.read(each))),
        Moments.read(decoder),
        Moments.read(decoder),
        decoder.flag());
  }

  private List<CvssScore> keptScores() {
    return cvss.stream()
        .filter(
            score ->
                score.scorer().length() + score.version().length() + score.vector().length()
                    <= Limits.NAME)
        .limit(Limits.LIST)
        .toList();
  }

  private static void writeScore(Encoder encoder, CvssScore score) {
    encoder.text(score.scorer()).text(score.version()).text(score.vector()).real(score.baseScore());
  }

  private static CvssScore readScore(Decoder decoder) {
    String scorer = decoder.text();
    String version = decoder.text();
    String vector = Identifiers.nonBlank(decoder, decoder.text());
    double baseScore = decoder.real();
    if (!(baseScore >= 0.0 && baseScore <= 10.0)) {
      throw decoder.corrupt("a CVSS score out of bounds");
    }
    return new CvssScore(scorer, version, vector, baseScore);
  }

  private static <T> void writeList(Encoder encoder, List<T> list, BiConsumer<Encoder, T> writer) {
    encoder.number(list.size());
    for (T each : list) {
      writer.accept(encoder, each);
    }
  }

  private static <T> List<T> readList(Decoder decoder, Function<Decoder, T> reader) {
    int count = decoder.count();
    List<T> list = new ArrayList<>(Math.min(count, Limits.LIST));
    for (int i = 0; i < count; i++) {
      list.add(reader.apply(decoder));
    }
    return list;
  }
}
