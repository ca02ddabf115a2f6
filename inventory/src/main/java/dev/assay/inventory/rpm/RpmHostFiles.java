package dev.assay.inventory.rpm;

import static dev.assay.inventory.rpm.DamagedException.unless;

import dev.assay.inventory.tree.FileTree;
import dev.assay.scap.host.Reading;
import dev.assay.scap.host.RpmFile;
import dev.assay.scap.host.RpmPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The files of rpm's packages as a benchmark asks for them.
public final class RpmHostFiles {
  /// Of a package whose header does not say what became of its files when they were installed.
  private static final long NORMAL = 0;

  /// The number of MD5, which every package before rpm 4.6 used.
  private static final long MD5 = 1;

  private RpmHostFiles() {}

  /// Reads the files that are meant from the database of a tree. Where part of it could not be
  /// read, none of it counts.
  public static Reading<List<RpmFile>> read(
      FileTree tree, Predicate<RpmPackage> of, Predicate<String> at) {
    if (!RpmDatabases.present(tree)) {
      return new Reading.Absent<>();
    }
    List<RpmFile> files = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    new RpmDatabases<List<RpmFile>>(
            (header, evidence) -> {
              RpmPackage owner = RpmHostPackages.read(header);
              return Optional.of(of.test(owner) ? files(header, owner, at) : List.of());
            })
        .read(tree, files::addAll, gap -> gaps.add(gap.toString()));
    return gaps.isEmpty()
        ? new Reading.Read<>(List.copyOf(files))
        : new Reading.Unreadable<>("rpm's database: " + String.join("; ", gaps));
  }

  private static List<RpmFile> files(RpmHeader header, RpmPackage owner, Predicate<String> at) {
    List<String> paths = new ArrayList<>();
    HeaderFiles.paths(header, paths::add);
    Columns columns = new Columns(header, paths.size());
    List<RpmFile> files = new ArrayList<>();
    for (int file = 0; file < paths.size(); file++) {
      if (at.test(paths.get(file))) {
        files.add(columns.file(owner, paths.get(file), file));
      }
    }
    return files;
  }

  /// The tags that have one value for each file.
  private static final class Columns {
    private final int count;
    private final long[] states;
    private final long[] flags;
    private final long[] verified;
    private final long[] modes;
    private final long[] sizes;
    private final long[] times;
    private final long[] devices;
    private final List<String> digests;
    private final List<String> targets;
    private final List<String> users;
    private final List<String> groups;
    private final List<String> capabilities;
    private final String algorithm;

    Columns(RpmHeader header, int count) {
      this.count = count;
      states = numbers(header, HeaderTag.FILESTATES);
      flags = numbers(header, HeaderTag.FILEFLAGS);
      verified = numbers(header, HeaderTag.FILEVERIFYFLAGS);
      modes = numbers(header, HeaderTag.FILEMODES);
      long[] longSizes = numbers(header, HeaderTag.LONGFILESIZES);
      sizes = longSizes.length > 0 ? longSizes : numbers(header, HeaderTag.FILESIZES);
      times = numbers(header, HeaderTag.FILEMTIMES);
      devices = numbers(header, HeaderTag.FILERDEVS);
      digests = texts(header, HeaderTag.FILEDIGESTS);
      targets = texts(header, HeaderTag.FILELINKTOS);
      users = texts(header, HeaderTag.FILEUSERNAME);
      groups = texts(header, HeaderTag.FILEGROUPNAME);
      capabilities = texts(header, HeaderTag.FILECAPS);
      algorithm = algorithm(header.number(HeaderTag.FILEDIGESTALGO).orElse(MD5));
    }

    private long[] numbers(RpmHeader header, HeaderTag tag) {
      long[] numbers = header.integers(tag);
      unless(
          numbers.length == 0 || numbers.length == count,
          "The header has not one " + tag + " for each file.");
      return numbers;
    }

    private List<String> texts(RpmHeader header, HeaderTag tag) {
      List<String> texts = header.texts(tag);
      unless(
          texts.isEmpty() || texts.size() == count,
          "The header has not one " + tag + " for each file.");
      return texts;
    }

    RpmFile file(RpmPackage owner, String path, int file) {
      return new RpmFile(
          owner,
          path,
          state(states.length == 0 ? NORMAL : states[file]),
          (int) number(flags, file),
          verified.length == 0 ? -1 : (int) verified[file],
          (int) number(modes, file),
          number(sizes, file),
          number(times, file),
          (int) number(devices, file),
          text(digests, file),
          algorithm,
          text(targets, file),
          text(users, file),
          text(groups, file),
          text(capabilities, file));
    }

    private static long number(long[] column, int file) {
      return column.length == 0 ? 0 : column[file];
    }

    private static String text(List<String> column, int file) {
      return column.isEmpty() ? "" : column.get(file);
    }

    private static RpmFile.State state(long number) {
      return switch ((int) number) {
        case 1 -> RpmFile.State.REPLACED;
        case 2 -> RpmFile.State.NOT_INSTALLED;
        case 3 -> RpmFile.State.SHARED;
        case 4 -> RpmFile.State.WRONG_COLOUR;
        default -> RpmFile.State.NORMAL;
      };
    }

    /// The numbers are OpenPGP's.
    private static String algorithm(long number) {
      return switch ((int) number) {
        case 1 -> "MD5";
        case 2 -> "SHA-1";
        case 8 -> "SHA-256";
        case 9 -> "SHA-384";
        case 10 -> "SHA-512";
        case 11 -> "SHA-224";
        default -> "";
      };
    }
  }
}
