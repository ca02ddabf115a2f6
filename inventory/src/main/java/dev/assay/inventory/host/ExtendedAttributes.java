package dev.assay.inventory.host;

import dev.assay.scap.host.Reading;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;

/// Reads extended attributes of any namespace with `lgetxattr(2)`; the JDK itself reads only those
/// of users. The call is linked when the first attribute is read.
final class ExtendedAttributes {
  private static final int LARGEST = 1 << 16;
  private static final int NO_ENTRY = 2;
  private static final int NO_DATA = 61;
  private static final int NOT_SUPPORTED = 95;

  private ExtendedAttributes() {}

  /// Absent where the file, or the file system, has no such attribute.
  static Reading<byte[]> read(Path file, String name) {
    MethodHandle call = Call.LGETXATTR;
    if (call == null) {
      return new Reading.Unreadable<>("This system has no extended attributes.");
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(LARGEST);
      MemorySegment state = arena.allocate(Call.STATE);
      long length =
          (long)
              call.invokeExact(
                  state,
                  arena.allocateFrom(file.toString()),
                  arena.allocateFrom(name),
                  buffer,
                  (long) LARGEST);
      if (length >= 0) {
        return new Reading.Read<>(buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
      }
      int error = (int) Call.ERROR.get(state, 0L);
      return switch (error) {
        case NO_ENTRY, NO_DATA, NOT_SUPPORTED -> new Reading.Absent<>();
        default -> new Reading.Unreadable<>("lgetxattr gave error " + error + ".");
      };
    } catch (Throwable e) {
      throw new IllegalStateException("lgetxattr", e);
    }
  }

  /// The linked call; null where the C library has none.
  private static final class Call {
    static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    static final VarHandle ERROR = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    static final @org.jspecify.annotations.Nullable MethodHandle LGETXATTR = link();

    @SuppressWarnings("restricted")
    private static @org.jspecify.annotations.Nullable MethodHandle link() {
      Linker linker = Linker.nativeLinker();
      return linker
          .defaultLookup()
          .find("lgetxattr")
          .map(
              address ->
                  linker.downcallHandle(
                      address,
                      FunctionDescriptor.of(
                          ValueLayout.JAVA_LONG,
                          ValueLayout.ADDRESS,
                          ValueLayout.ADDRESS,
                          ValueLayout.ADDRESS,
                          ValueLayout.JAVA_LONG),
                      Linker.Option.captureCallState("errno")))
          .orElse(null);
    }
  }
}
