package dev.assay.inventory.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.model.runtime.Hardening;
import dev.assay.model.runtime.Hardening.ExecutableStack;
import dev.assay.model.runtime.Hardening.Relocations;
import dev.assay.model.runtime.Hardening.StackCookies;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardeningReaderTest {
  private static final int MOST_FILES = 400;

  /// The same questions, answered from what `readelf` prints.
  @Test
  void says_of_the_programs_of_this_machine_what_readelf_says() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/readelf")), "readelf is not installed");
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (Path file : programs()) {
      Optional<Hardening> ours = read(file);
      if (ours.isPresent()) {
        compared++;
        String text = readelf(file);
        Hardening hardening = ours.get();
        boolean mentions = text.contains("__stack_chk_fail") || text.contains("__stack_chk_guard");
        boolean now = text.contains("BIND_NOW") || text.matches("(?s).*Flags:[^\\n]*\\bNOW\\b.*");
        check(
            hardening.stackCookies() == StackCookies.PRESENT,
            mentions,
            file,
            "cookies",
            differences);
        check(
            hardening.executableStack() == ExecutableStack.REQUESTED,
            text.matches("(?s).*GNU_STACK[^\\n]* RWE? *E .*"),
            file,
            "stack",
            differences);
        check(
            hardening.relocations() != Relocations.NONE,
            text.contains("GNU_RELRO"),
            file,
            "relro",
            differences);
        check(
            hardening.relocations() == Relocations.FULL,
            text.contains("GNU_RELRO") && now,
            file,
            "bind now",
            differences);
        check(
            hardening.positionIndependent(),
            text.contains("Elf file type is DYN"),
            file,
            "position",
            differences);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan(20);
  }

  private static void check(
      boolean ours, boolean theirs, Path file, String what, List<String> differences) {
    if (ours != theirs) {
      differences.add(file + " " + what + ": " + ours + ", readelf " + theirs);
    }
  }

  private static List<Path> programs() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String directory : List.of("/usr/bin", "/usr/sbin", "/usr/lib/x86_64-linux-gnu")) {
      if (Files.isDirectory(Path.of(directory))) {
        try (Stream<Path> files = Files.list(Path.of(directory))) {
          all.addAll(files.filter(Files::isRegularFile).sorted().limit(MOST_FILES / 3).toList());
        }
      }
    }
    return all;
  }

  private static Optional<Hardening> read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return HardeningReader.read(ElfBytes.of(channel));
    }
  }

  private static String readelf(Path file) throws IOException {
    Process process =
        new ProcessBuilder("/usr/bin/readelf", "-Wlds", file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void tells_how_gcc_built_a_program(@org.junit.jupiter.api.io.TempDir Path directory)
      throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc is not installed");
    Path source = directory.resolve("one.c");
    Files.writeString(source, "int main(int n, char **v) { char b[64]; b[n] = 1; return b[1]; }\n");
    assertThat(
            built(source, "-fstack-protector-all", "-z", "noexecstack", "-z", "relro", "-z", "now"))
        .isEqualTo(
            new Hardening(StackCookies.PRESENT, ExecutableStack.REFUSED, Relocations.FULL, true));
    assertThat(built(source, "-fno-stack-protector", "-z", "execstack", "-z", "norelro", "-no-pie"))
        .isEqualTo(
            new Hardening(StackCookies.ABSENT, ExecutableStack.REQUESTED, Relocations.NONE, false));
    assertThat(built(source, "-fno-stack-protector", "-s", "-z", "lazy").stackCookies())
        .isEqualTo(StackCookies.ABSENT);
  }

  private static Hardening built(Path source, String... options) throws Exception {
    Path program = source.resolveSibling("one");
    List<String> command = new ArrayList<>(List.of("/usr/bin/gcc", "-w", "-o", program.toString()));
    command.addAll(List.of(options));
    command.add(source.toString());
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    return read(program).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void reads_either_word_size_and_byte_order(boolean wide, boolean little) throws IOException {
    byte[] program =
        CraftedElf.program(wide, little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    assertThat(HardeningReader.read(bytes(program)))
        .contains(
            new Hardening(
                StackCookies.UNKNOWN, ExecutableStack.REQUESTED, Relocations.NONE, false));
  }

  @Test
  void what_is_no_elf_file_is_none() throws IOException {
    assertThat(
            HardeningReader.read(bytes("#!/bin/sh\nexit 0\n\n".getBytes(StandardCharsets.UTF_8))))
        .isEmpty();
    assertThat(HardeningReader.read(bytes(new byte[0]))).isEmpty();
  }

  @Test
  void a_file_that_was_cut_off_is_malformed() {
    byte[] program = CraftedElf.program(true, ByteOrder.LITTLE_ENDIAN);
    assertThatThrownBy(
            () -> HardeningReader.read(bytes(java.util.Arrays.copyOf(program, program.length - 1))))
        .isInstanceOf(MalformedElfException.class);
  }

  static ElfBytes bytes(byte[] content) {
    return new ElfBytes() {
      @Override
      public long size() {
        return content.length;
      }

      @Override
      public byte[] read(long position, int length) {
        byte[] part = new byte[length];
        ByteBuffer.wrap(content).get((int) position, part);
        return part;
      }
    };
  }
}
