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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads extended attributes of any namespace with `lgetxattr(2)`; the JDK itself reads only those
/// of users. The call is linked when the first attribute is read, and its memory is used again for
/// each: a walk asks tens of thousands of files. For one thread.
final class ExtendedAttributes {
  private static final int LARGEST = 1 << 16;
  private static final int LONGEST_PATH = 1 << 13;
  private static final int NO_ENTRY = 2;
  private static final int NO_DATA = 61;
  private static final int NOT_SUPPORTED = 95;

  private final Arena arena = Arena.ofAuto();
  private final MemorySegment buffer = arena.allocate(LARGEST);
  private final MemorySegment path = arena.allocate(LONGEST_PATH);
  private final MemorySegment state = arena.allocate(Call.STATE);
  private final Map<String, MemorySegment> names = new HashMap<>();

  /// Absent where the file, or the file system, has no such attribute.
  Reading<byte[]> read(Path file, String name) {
    MethodHandle call = Call.LGETXATTR;
    byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
    if (call == null || bytes.length >= LONGEST_PATH) {
      return new Reading.Unreadable<>("Its extended attributes cannot be read here.");
    }
    MemorySegment.copy(bytes, 0, path, ValueLayout.JAVA_BYTE, 0, bytes.length);
    path.set(ValueLayout.JAVA_BYTE, bytes.length, (byte) 0);
    MemorySegment attribute = names.computeIfAbsent(name, arena::allocateFrom);
    try {
      long length = (long) call.invokeExact(state, path, attribute, buffer, (long) LARGEST);
      if (length >= 0) {
        return new Reading.Read<>(buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
      }
    } catch (Throwable e) {
      throw new IllegalStateException("lgetxattr", e);
    }
    int error = (int) Call.ERROR.get(state, 0L);
    return switch (error) {
      case NO_ENTRY, NO_DATA, NOT_SUPPORTED -> new Reading.Absent<>();
      default -> new Reading.Unreadable<>("lgetxattr gave error " + error + ".");
    };
  }

  /// The linked call; null where the C library has none.
  private static final class Call {
    static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    static final VarHandle ERROR = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    static final @Nullable MethodHandle LGETXATTR = link();

    @SuppressWarnings("restricted")
    private static @Nullable MethodHandle link() {
      Linker linker = Linker.nativeLinker();
      FunctionDescriptor signature =
          FunctionDescriptor.of(
              ValueLayout.JAVA_LONG,
              ValueLayout.ADDRESS,
              ValueLayout.ADDRESS,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_LONG);
      return linker
          .defaultLookup()
          .find("lgetxattr")
          .map(
              address ->
                  linker.downcallHandle(
                      address, signature, Linker.Option.captureCallState("errno")))
          .orElse(null);
    }
  }
}
