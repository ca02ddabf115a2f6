package dev.assay.inventory.host;

import dev.assay.scap.host.DirectoryEntry;
import dev.assay.scap.host.HostFile;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lists directories with `getdents64(2)`, which tells the type of each file along with its name;
/// the JDK drops it, and asking for each anew takes several times as long as the listing. For one
/// thread.
final class DirectoryReader {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_PATH = 1 << 13;
  private static final int MOST_ENTRIES = 1_000_000;

  // struct linux_dirent64
  private static final int LENGTH = 16;
  private static final int TYPE = 18;
  private static final int NAME = 19;

  private final Arena arena = Arena.ofAuto();
  private final MemorySegment buffer = arena.allocate(BUFFER);
  private final MemorySegment path = arena.allocate(LONGEST_PATH);
  private final byte[] bytes = new byte[BUFFER];
  private final ByteBuffer records = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  private final Function<String, Optional<HostFile.Type>> types;

  /// @param types the type of a name in the directory being read, where the file system does not
  ///     tell it
  DirectoryReader(Function<String, Optional<HostFile.Type>> types) {
    this.types = types;
  }

  /// The entries of a directory by name; empty where it is none, a link to one, cannot be read or
  /// is too large, or where this machine has no such call.
  Optional<List<DirectoryEntry>> read(Path directory) {
    byte[] name = directory.toString().getBytes(StandardCharsets.UTF_8);
    Calls calls = Calls.LINKED;
    if (calls == null || name.length >= LONGEST_PATH) {
      return Optional.empty();
    }
    MemorySegment.copy(name, 0, path, ValueLayout.JAVA_BYTE, 0, name.length);
    path.set(ValueLayout.JAVA_BYTE, name.length, (byte) 0);
    int descriptor = calls.open(path);
    if (descriptor < 0) {
      return Optional.empty();
    }
    try {
      return entries(descriptor, directory, calls);
    } finally {
      calls.close(descriptor);
    }
  }

  private Optional<List<DirectoryEntry>> entries(int descriptor, Path directory, Calls calls) {
    List<DirectoryEntry> entries = new ArrayList<>();
    while (entries.size() <= MOST_ENTRIES) {
      int read = (int) calls.entries(descriptor, buffer);
      if (read < 0) {
        return Optional.empty();
      }
      if (read == 0) {
        entries.sort(Comparator.comparing(DirectoryEntry::name));
        return Optional.of(entries);
      }
      MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, bytes, 0, read);
      for (int at = 0; at < read; at += records.getShort(at + LENGTH)) {
        int end = at + NAME;
        while (bytes[end] != 0) {
          end++;
        }
        String name = new String(bytes, at + NAME, end - at - NAME, StandardCharsets.UTF_8);
        if (!name.equals(".") && !name.equals("..")) {
          type(bytes[at + TYPE], directory, name)
              .ifPresent(type -> entries.add(new DirectoryEntry(name, type)));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<HostFile.Type> type(byte code, Path directory, String name) {
    return switch (code) {
      case 1 -> Optional.of(HostFile.Type.FIFO);
      case 2 -> Optional.of(HostFile.Type.CHARACTER);
      case 4 -> Optional.of(HostFile.Type.DIRECTORY);
      case 6 -> Optional.of(HostFile.Type.BLOCK);
      case 8 -> Optional.of(HostFile.Type.REGULAR);
      case 10 -> Optional.of(HostFile.Type.SYMLINK);
      case 12 -> Optional.of(HostFile.Type.SOCKET);
      default -> types.apply(directory.resolve(name).toString());
    };
  }

  /// The linked calls; null where the C library has none, or names are not in UTF-8 here.
  private record Calls(MethodHandle open, MethodHandle getdents, MethodHandle close, int flags) {
    static final @Nullable Calls LINKED = link();

    int open(MemorySegment path) {
      try {
        return (int) open.invokeExact(path, flags);
      } catch (Throwable e) {
        throw new IllegalStateException("open", e);
      }
    }

    long entries(int descriptor, MemorySegment buffer) {
      try {
        return (long) getdents.invokeExact(descriptor, buffer, (long) BUFFER);
      } catch (Throwable e) {
        throw new IllegalStateException("getdents64", e);
      }
    }

    void close(int descriptor) {
      try {
        int ignored = (int) close.invokeExact(descriptor);
      } catch (Throwable e) {
        throw new IllegalStateException("close", e);
      }
    }

    @SuppressWarnings("restricted")
    private static @Nullable Calls link() {
      String encoding = System.getProperty("sun.jnu.encoding", "").toUpperCase(Locale.ROOT);
      int flags = flags(System.getProperty("os.arch", ""));
      Linker linker = Linker.nativeLinker();
      if (!encoding.equals("UTF-8") || flags == 0) {
        return null;
      }
      Optional<MemorySegment> getdents = linker.defaultLookup().find("getdents64");
      Optional<MemorySegment> open = linker.defaultLookup().find("open");
      Optional<MemorySegment> close = linker.defaultLookup().find("close");
      if (getdents.isEmpty() || open.isEmpty() || close.isEmpty()) {
        return null;
      }
      return new Calls(
          linker.downcallHandle(
              open.get(),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT)),
          linker.downcallHandle(
              getdents.get(),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_LONG,
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_LONG)),
          linker.downcallHandle(
              close.get(), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)),
          flags);
    }

    /// `O_DIRECTORY`, `O_NOFOLLOW` and `O_CLOEXEC`; 0 for a machine whose flags are not known.
    private static int flags(String architecture) {
      return switch (architecture) {
        case "amd64" -> 0200000 | 0400000 | 02000000;
        case "aarch64" -> 040000 | 0100000 | 02000000;
        default -> 0;
      };
    }
  }
}
