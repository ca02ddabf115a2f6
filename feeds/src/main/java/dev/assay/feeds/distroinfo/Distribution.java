package dev.assay.feeds.distroinfo;

import dev.assay.feeds.rows.Days;
import dev.assay.feeds.rows.Row;
import dev.assay.model.Ecosystem;
import dev.assay.model.ReleaseLife;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The two distributions that the data is about.
enum Distribution {
  /// Its extended support is Debian's own LTS, not the commercial one after it (`eol-elts`).
  DEBIAN("debian", "Debian", "eol-lts", "LTS") {
    @Override
    Optional<String> release(Row row) {
      String version = row.optional("version");
      if (version != null) {
        return Optional.of(version.endsWith(".0") && isWhole(version) ? whole(version) : version);
      }
      String series = row.field("series");
      return series.equals("sid") ? Optional.of(series) : Optional.empty();
    }

    /// Etch, Lenny and Squeeze have versions such as `4.0` here, `4` in the advisories.
    private static boolean isWhole(String version) {
      return version.compareTo("4") >= 0;
    }

    private static String whole(String version) {
      return version.substring(0, version.length() - 2);
    }

    @Override
    @Nullable LocalDate eol(Row row) {
      return day(row, "eol");
    }
  },

  /// Its extended support is ESM, which Ubuntu Pro gives, not the add-on after it (`eol-legacy`).
  UBUNTU("ubuntu", "Ubuntu", "eol-esm", "ESM") {
    @Override
    Optional<String> release(Row row) {
      return Optional.of(row.field("version").replace(" LTS", ""));
    }

    /// Until 2012 the desktop's packages were supported for a shorter time than the server's.
    @Override
    @Nullable LocalDate eol(Row row) {
      LocalDate desktop = day(row, "eol");
      LocalDate server = day(row, "eol-server");
      if (desktop == null || server == null) {
        return desktop == null ? server : desktop;
      }
      return server.isAfter(desktop) ? server : desktop;
    }
  };

  private static final String COLUMNS = "version,codename,series,created,release,eol";

  private final String ecosystem;
  private final String label;
  private final String extendedColumn;
  private final String extendedName;

  Distribution(String ecosystem, String label, String extendedColumn, String extendedName) {
    this.ecosystem = ecosystem;
    this.label = label;
    this.extendedColumn = extendedColumn;
    this.extendedName = extendedName;
  }

  static Optional<Distribution> of(String head) {
    if (head.startsWith(COLUMNS + ",eol-server")) {
      return Optional.of(UBUNTU);
    }
    return head.startsWith(COLUMNS + ",eol-lts") ? Optional.of(DEBIAN) : Optional.empty();
  }

  /// The release's name in the ecosystem; empty where it is not a release that a machine runs.
  abstract Optional<String> release(Row row);

  /// The last day of ordinary support.
  abstract @Nullable LocalDate eol(Row row);

  Optional<ReleaseLife> life(Row row) {
    return release(row).map(release -> life(row, release));
  }

  private ReleaseLife life(Row row, String release) {
    LocalDate extended = day(row, extendedColumn);
    return new ReleaseLife(
        DistroInfoImporter.SOURCE,
        new Ecosystem(ecosystem, release),
        label + " " + release + " (" + row.field("series") + ")",
        day(row, "release"),
        eol(row),
        extended,
        extended == null ? null : extendedName);
  }

  static @Nullable LocalDate day(Row row, String column) {
    String text = row.optional(column);
    return text == null ? null : Days.parse(text);
  }
}
