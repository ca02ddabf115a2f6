package dev.assay.vulndb.record;

import dev.assay.model.VersionRange;
import dev.assay.vulndb.file.Decoder;
import dev.assay.vulndb.file.Encoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Vulnerable versions, written out.
public final class Ranges {
  private static final int INTRODUCED = 1;
  private static final int FIXED = 2;
  private static final int LAST_AFFECTED = 4;

  private Ranges() {}

  public static void write(Encoder encoder, List<VersionRange> ranges) {
    encoder.number(ranges.size());
    for (VersionRange range : ranges) {
      int flags =
          (range.introduced() != null ? INTRODUCED : 0)
              | (range.fixed() != null ? FIXED : 0)
              | (range.lastAffected() != null ? LAST_AFFECTED : 0);
      encoder.octet(flags);
      writePresent(encoder, range.introduced());
      writePresent(encoder, range.fixed());
      writePresent(encoder, range.lastAffected());
    }
  }

  public static List<VersionRange> read(Decoder decoder) {
    int count = decoder.count();
    List<VersionRange> ranges = new ArrayList<>(Math.min(count, 16));
    for (int i = 0; i < count; i++) {
      int flags = decoder.octet();
      if (flags > (INTRODUCED | FIXED | LAST_AFFECTED) || (flags & 6) == 6) {
        throw decoder.corrupt("the ends of a range");
      }
      String introduced = (flags & INTRODUCED) != 0 ? decoder.text() : null;
      String fixed = (flags & FIXED) != 0 ? decoder.text() : null;
      String lastAffected = (flags & LAST_AFFECTED) != 0 ? decoder.text() : null;
      ranges.add(new VersionRange(introduced, fixed, lastAffected));
    }
    return ranges;
  }

  private static void writePresent(Encoder encoder, @Nullable String version) {
    if (version != null) {
      encoder.text(version);
    }
  }
}
