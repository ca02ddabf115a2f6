package dev.assay.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Random changes of the configuration of a tree: a line, a value, a mode, an owner, a file.
final class TreeMutations {
  private static final List<String> LINES =
      List.of(
          "PermitRootLogin no",
          "PASS_MAX_DAYS 365",
          "UMASK 027",
          "Defaults use_pty",
          "net.ipv4.ip_forward = 0",
          "kernel.randomize_va_space=2",
          "install usb-storage /bin/true",
          "-w /etc/passwd -p wa -k identity",
          "toor:x:0:0:root:/root:/bin/bash",
          "minlen = 14",
          "auth required pam_faillock.so preauth",
          "* hard core 0");

  private final Path tree;
  private final Random random;

  TreeMutations(Path tree, Random random) {
    this.tree = tree;
    this.random = random;
  }

  /// Makes the next change and says which.
  String next() throws IOException {
    Path file = file();
    String name = tree.relativize(file).toString();
    return name
        + ": "
        + switch (random.nextInt(7)) {
          case 0 -> mode(file);
          case 1 -> owner(file);
          case 2 -> removed(file);
          case 3 -> lineGone(file);
          case 4 -> lineTwice(file);
          case 5 -> number(file);
          default -> lineMore(file);
        };
  }

  private Path file() throws IOException {
    try (Stream<Path> all = Files.walk(tree.resolve("etc"), 2)) {
      List<Path> files =
          all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .sorted()
              .toList();
      List<Path> often =
          files.stream().filter(file -> OFTEN.stream().anyMatch(file::endsWith)).toList();
      List<Path> some = random.nextInt(4) == 0 || often.isEmpty() ? files : often;
      return some.get(random.nextInt(some.size()));
    }
  }

  /// What benchmarks look at most.
  private static final List<String> OFTEN =
      List.of(
          "ssh/sshd_config",
          "login.defs",
          "passwd",
          "group",
          "shadow",
          "gshadow",
          "sudoers",
          "crontab",
          "issue",
          "issue.net",
          "motd",
          "sysctl.conf",
          "fstab",
          "shells",
          "profile",
          "bash.bashrc",
          "pam.d/common-auth",
          "pam.d/common-password",
          "pam.d/common-account",
          "pam.d/su",
          "security/limits.conf",
          "security/faillock.conf",
          "chrony/chrony.conf",
          "default/useradd",
          "hosts.allow");

  private String mode(Path file) throws IOException {
    int mode = random.nextInt(01000);
    Files.setAttribute(file, "unix:mode", mode);
    return "mode " + Integer.toOctalString(mode);
  }

  private String owner(Path file) throws IOException {
    String facet = random.nextBoolean() ? "unix:uid" : "unix:gid";
    int id = random.nextBoolean() ? 1000 : 33;
    Files.setAttribute(file, facet, id);
    return facet + " " + id;
  }

  private static String removed(Path file) throws IOException {
    Files.delete(file);
    return "removed";
  }

  private String lineGone(Path file) throws IOException {
    List<String> lines = lines(file);
    if (lines.isEmpty()) {
      return lineMore(file);
    }
    String gone = lines.remove(random.nextInt(lines.size()));
    write(file, lines);
    return "without the line " + gone;
  }

  private String lineTwice(Path file) throws IOException {
    List<String> lines = lines(file);
    if (lines.isEmpty()) {
      return lineMore(file);
    }
    String twice = lines.get(random.nextInt(lines.size())).replaceFirst("^#\\s*", "");
    lines.add(random.nextInt(lines.size() + 1), twice);
    write(file, lines);
    return "with one more line " + twice;
  }

  private String number(Path file) throws IOException {
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      int at = (i + random.nextInt(lines.size())) % lines.size();
      if (lines.get(at).matches(".*[0-9].*")) {
        lines.set(at, lines.get(at).replaceFirst("[0-9]+", Integer.toString(random.nextInt(500))));
        write(file, lines);
        return "with the number in " + lines.get(at);
      }
    }
    return lineMore(file);
  }

  private String lineMore(Path file) throws IOException {
    List<String> lines = lines(file);
    String line = LINES.get(random.nextInt(LINES.size()));
    lines.add(line);
    write(file, lines);
    return "with the line " + line;
  }

  private static List<String> lines(Path file) throws IOException {
    return new ArrayList<>(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
  }

  private static void write(Path file, List<String> lines) throws IOException {
    Files.write(file, lines, StandardCharsets.ISO_8859_1);
  }
}
