package dev.assay.feeds.archive;

import dev.assay.feeds.archive.CutOffException.Scope;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/// Finds the documents in files: undoes compressions (zstd, gzip, xz, bzip2) and archives (tar,
/// zip) by their first bytes, one inside the other, streaming. What is damaged or goes over the
/// {@link ArchiveLimits} is told to the visitor, once, after everything before it has been
/// visited; it never ends the walk. One instance counts for a whole build.
public final class Unpacker {
  private final ArchiveLimits limits;
  private final Expansion expansion;
  private @Nullable CutOffException exhausted;

  public Unpacker(ArchiveLimits limits) {
    this.limits = limits;
    this.expansion = new Expansion(limits);
  }

  /// Visits every document of a file. `name` is the file's, for messages and for the path of a
  /// document that lies in no archive.
  public void unpack(String name, InputStream file, DocumentVisitor visitor) {
    if (exhausted != null) {
      visitor.unreadable(name, exhausted.problem());
      return;
    }
    Walk walk = new Walk(name, visitor);
    try {
      walk.open(name, expansion.packed(file), 0, 0);
    } catch (CutOffException cutOff) {
      if (cutOff.scope() == Scope.EVERYTHING) {
        exhausted = cutOff;
      }
      visitor.unreadable(walk.place, cutOff.problem());
    } catch (IOException damaged) {
      visitor.unreadable(walk.place, "cannot be read further: " + message(damaged));
    }
  }

  private static String message(IOException damaged) {
    String message = damaged.getMessage();
    if (damaged instanceof EOFException) {
      return "it ends too early";
    }
    return message == null ? damaged.getClass().getSimpleName() : message;
  }

  /// The walk through one file.
  private final class Walk {
    private final DocumentVisitor visitor;

    /// Where the walk is.
    private String place;

    private @Nullable ZipMember last;

    Walk(String place, DocumentVisitor visitor) {
      this.place = place;
      this.visitor = visitor;
    }

    void open(String path, InputStream input, int archives, int layers) throws IOException {
      Peeked peeked = Peeked.at(input);
      Layer layer = Layer.of(peeked);
      if (layer == Layer.NONE) {
        document(path, peeked);
      } else if (layers >= limits.layers()
          || (layer.isArchive() && archives > limits.archiveDepth())) {
        visitor.unreadable(path, "is packed too deep to be read");
      } else if (layer.isArchive()) {
        archive(path, layer, peeked.whole(), archives, layers);
      } else {
        InputStream content = Checked.reading(() -> layer.decompress(peeked.whole()));
        open(withoutSuffix(path), expansion.unpacked(new Checked(content)), archives, layers + 1);
      }
    }

    private void document(String path, Peeked peeked) throws IOException {
      place = path;
      try {
        visitor.document(
            new StreamedEntry(path, peeked.head(), expansion.document(peeked.whole())));
      } catch (CutOffException cutOff) {
        if (cutOff.scope() != Scope.DOCUMENT) {
          throw cutOff;
        }
        visitor.unreadable(path, cutOff.problem());
      }
    }

    private void archive(String path, Layer layer, InputStream packed, int archives, int layers)
        throws IOException {
      Tail tail = new Tail(packed);
      ArchiveInputStream<? extends ArchiveEntry> members =
          layer == Layer.TAR ? new TarArchiveInputStream(tail, "UTF-8") : zip(tail);
      for (ArchiveEntry member = next(members); member != null; member = next(members)) {
        verifyLast();
        if (isFile(member) && visitor.enters(member.getName())) {
          member(member, content(members, member), archives, layers);
        }
        place = path + " at byte " + tail.length() + ", after " + member.getName();
      }
      verifyLast();
      boolean whole = layer == Layer.TAR ? tail.endsAsTar() : tail.endsAsZip();
      if (!whole) {
        visitor.unreadable(place, "the archive has no end mark; it may have been cut short");
      }
    }

    /// Damage inside a member ends that member; damage of the archive around it ends the archive.
    private void member(ArchiveEntry member, Origin content, int archives, int layers)
        throws IOException {
      place = member.getName();
      try {
        open(member.getName(), content, archives + 1, layers + 1);
      } catch (CutOffException cutOff) {
        throw cutOff;
      } catch (IOException damaged) {
        if (content.failed) {
          throw damaged;
        }
        visitor.unreadable(place, "cannot be read further: " + message(damaged));
      }
    }

    /// A zip's content is not yet counted as unpacked, and its checksum not checked.
    private Origin content(ArchiveInputStream<?> members, ArchiveEntry member) {
      InputStream content = new Checked(members);
      if (!(member instanceof ZipArchiveEntry zipped)) {
        return new Origin(content);
      }
      ZipMember checked = new ZipMember(expansion.unpacked(content), zipped);
      last = checked;
      return new Origin(checked);
    }

    /// A zip may state a member's checksum after its content, too late to hold its records back.
    private void verifyLast() {
      if (last != null && last.isWrong()) {
        visitor.unreadable(last.member.getName(), "has a wrong checksum; its records may be wrong");
      }
      last = null;
    }
  }

  private static ArchiveInputStream<ZipArchiveEntry> zip(InputStream input) {
    return new ZipArchiveInputStream(input, "UTF-8", true, true);
  }

  private static @Nullable ArchiveEntry next(ArchiveInputStream<? extends ArchiveEntry> members)
      throws IOException {
    try {
      return members.getNextEntry();
    } catch (RuntimeException corrupt) {
      throw new IOException("corrupt: " + corrupt, corrupt);
    }
  }

  private static boolean isFile(ArchiveEntry member) {
    return member instanceof TarArchiveEntry tar
        ? tar.isFile() && !tar.isLink() && !tar.isSymbolicLink()
        : !member.isDirectory();
  }

  private static String withoutSuffix(String path) {
    int dot = path.lastIndexOf('.');
    String suffix = dot < 0 ? "" : path.substring(dot + 1);
    return switch (suffix) {
      case "zst", "zstd", "gz", "xz", "bz2" -> path.substring(0, dot);
      case "tgz", "tzst", "txz", "tbz2" -> path.substring(0, dot) + ".tar";
      default -> path;
    };
  }

  /// The bytes of an archive's member; remembers whether it was they that failed. Closing them
  /// leaves the archive open, for the next member.
  private static final class Origin extends FilterInputStream {
    private boolean failed;

    Origin(InputStream content) {
      super(content);
    }

    @Override
    public void close() {
      // the archive goes on
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException damaged) {
        failed = true;
        throw damaged;
      }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (IOException damaged) {
        failed = true;
        throw damaged;
      }
    }
  }

  /// Computes the checksum of a zip's member, and checks it at its end where it is known by then.
  private static final class ZipMember extends CheckedInputStream {
    private final ZipArchiveEntry member;
    private boolean whole;

    ZipMember(InputStream content, ZipArchiveEntry member) {
      super(content, new CRC32());
      this.member = member;
    }

    @Override
    public int read() throws IOException {
      return checked(super.read());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return checked(super.read(buffer, offset, length));
    }

    private int checked(int result) throws IOException {
      whole |= result < 0;
      if (isWrong()) {
        throw new IOException("wrong checksum");
      }
      return result;
    }

    /// False as long as the member has not been read whole, or its checksum is not known.
    boolean isWrong() {
      return whole && member.getCrc() >= 0 && member.getCrc() != getChecksum().getValue();
    }
  }
}
