package dev.assay.scap.probe;

import dev.assay.scap.host.DirectoryEntry;
import dev.assay.scap.host.HostFile;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// The entries of a directory in one text: for each the letter of its type, its name and a slash,
/// which no name has. A million entries of their own would take ten times the memory.
///
/// @param ways those that are, or may lead to, a directory
record Listing(String text, String ways) implements Iterable<DirectoryEntry> {
  static final Listing EMPTY = new Listing("", "");
  private static final char END = '/';

  static Listing of(List<DirectoryEntry> entries) {
    StringBuilder text = new StringBuilder();
    StringBuilder ways = new StringBuilder();
    for (DirectoryEntry entry : entries) {
      append(entry, text);
      if (entry.type() == HostFile.Type.DIRECTORY || entry.type() == HostFile.Type.SYMLINK) {
        append(entry, ways);
      }
    }
    return new Listing(text.toString(), ways.toString());
  }

  private static void append(DirectoryEntry entry, StringBuilder text) {
    text.append(letter(entry.type())).append(entry.name()).append(END);
  }

  @Override
  public Iterator<DirectoryEntry> iterator() {
    return over(text);
  }

  /// Only the directories and the links.
  Iterable<DirectoryEntry> directoriesAndLinks() {
    return () -> over(ways);
  }

  private static Iterator<DirectoryEntry> over(String text) {
    return new Iterator<>() {
      private int at;

      @Override
      public boolean hasNext() {
        return at < text.length();
      }

      @Override
      public DirectoryEntry next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        int end = text.indexOf(END, at);
        var entry = new DirectoryEntry(text.substring(at + 1, end), type(text.charAt(at)));
        at = end + 1;
        return entry;
      }
    };
  }

  private static char letter(HostFile.Type type) {
    return switch (type) {
      case REGULAR -> '-';
      case DIRECTORY -> 'd';
      case SYMLINK -> 'l';
      case BLOCK -> 'b';
      case CHARACTER -> 'c';
      case FIFO -> 'p';
      case SOCKET -> 's';
    };
  }

  private static HostFile.Type type(char letter) {
    return switch (letter) {
      case 'd' -> HostFile.Type.DIRECTORY;
      case 'l' -> HostFile.Type.SYMLINK;
      case 'b' -> HostFile.Type.BLOCK;
      case 'c' -> HostFile.Type.CHARACTER;
      case 'p' -> HostFile.Type.FIFO;
      case 's' -> HostFile.Type.SOCKET;
      default -> HostFile.Type.REGULAR;
    };
  }
}
