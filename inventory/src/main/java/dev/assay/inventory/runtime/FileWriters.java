package dev.assay.inventory.runtime;

import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.runtime.ProgramFile.Writers;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.HostFiles;
import dev.assay.scap.host.Reading;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells who may change files: whoever may write to one, and whoever may put another in its place
/// because a directory on its path is his to write to.
final class FileWriters {
  private static final int STICKY = 01000;
  private static final int GROUP_WRITES = 0020;
  private static final int OTHERS_WRITE = 0002;
  private static final Writers NOBODY = new Writers(false, false, false);

  private final HostFiles host;
  private final Consumer<NotEvaluated> gaps;
  private final Map<String, Writers> directories = new HashMap<>();

  FileWriters(HostFiles host, Consumer<NotEvaluated> gaps) {
    this.host = host;
    this.gaps = gaps;
  }

  /// Null where it could not be seen.
  @Nullable Writers of(String path) {
    return switch (host.file(path)) {
      case Reading.Read<HostFile>(HostFile file) ->
          either(writers(file, true), ofDirectory(parent(path)));
      case Reading.Absent<HostFile> absent -> null;
      case Reading.Unreadable<HostFile>(String why) -> {
        gaps.accept(new NotEvaluated(path, Reason.UNREADABLE, why, Gap.PART));
        yield null;
      }
    };
  }

  private Writers ofDirectory(String path) {
    if (path.isEmpty()) {
      return NOBODY;
    }
    Writers known = directories.get(path);
    if (known == null) {
      known = either(ofOneDirectory(path), ofDirectory(parent(path)));
      directories.put(path, known);
    }
    return known;
  }

  private Writers ofOneDirectory(String path) {
    return switch (host.file(path)) {
      // In a sticky directory only its owner, and the file's, may replace a file.
      case Reading.Read<HostFile>(HostFile directory) -> writers(directory, !directory.has(STICKY));
      case Reading.Absent<HostFile> absent -> NOBODY;
      case Reading.Unreadable<HostFile>(String why) -> {
        gaps.accept(new NotEvaluated(path, Reason.UNREADABLE, why, Gap.PART));
        yield NOBODY;
      }
    };
  }

  private static Writers writers(HostFile file, boolean byBits) {
    return new Writers(
        file.uid() != 0,
        byBits && file.gid() != 0 && file.has(GROUP_WRITES),
        byBits && file.has(OTHERS_WRITE));
  }

  private static Writers either(Writers one, Writers other) {
    return new Writers(
        one.owner() || other.owner(),
        one.group() || other.group(),
        one.everybody() || other.everybody());
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
