package dev.assay.feeds.ubuntu;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.model.Ecosystem;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A part of Ubuntu as the tracker names it: `jammy`, `esm-infra/xenial`, `trusty/esm`,
/// `fips-updates/focal`.
sealed interface Pocket {

  /// A release's archive, or an archive beside it that some hosts subscribe to.
  ///
  /// @param repository empty for the release's own archive, else `esm-infra`, `esm-apps`, `fips`
  ///     …
  record Archive(Ecosystem release, String repository) implements Pocket {}

  /// A part that no host's packages come from.
  record Skipped(String why) implements Pocket {}

  /// Reads a pocket.
  ///
  /// @throws MalformedRecordException where it names no release that is known
  static Pocket parse(String text) {
    Pocket known = Known.POCKETS.get(text);
    if (known != null) {
      return known;
    }
    Pocket pocket = read(text);
    // only names that were understood are kept, so that the feed cannot make this grow for ever
    if (Known.POCKETS.size() < Known.MOST) {
      Known.POCKETS.put(text, pocket);
    }
    return pocket;
  }

  private static Pocket read(String text) {
    int slash = text.indexOf('/');
    String before = slash < 0 ? "" : text.substring(0, slash);
    String after = text.substring(slash + 1);
    if (text.equals("upstream") || text.equals("devel")) {
      return new Skipped("upstream or the release in development");
    }
    if (before.equals("product") || text.equals("product") || text.equals("snap")) {
      return new Skipped("snaps and other products than a release's archive");
    }
    if (slash < 0) {
      return archive(text, "", text);
    }
    if (after.equals("esm")) {
      return archive(before, "esm-infra", text);
    }
    if (Codenames.number(before).isPresent()) {
      return new Skipped("phone and Ubuntu Core overlays of 15.04");
    }
    return archive(after, before, text);
  }

  private static Archive archive(String codename, String repository, String text) {
    return Codenames.number(codename)
        .map(number -> new Archive(new Ecosystem("ubuntu", number), repository))
        .orElseThrow(
            () ->
                new MalformedRecordException(
                    "\"" + text + "\" names no Ubuntu release that is known"));
  }

  /// The pockets read so far.
  final class Known {
    private static final int MOST = 1000;
    private static final Map<String, Pocket> POCKETS = new ConcurrentHashMap<>();

    private Known() {}
  }
}
