package dev.assay.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.inventory.host.TreeHost;
import dev.assay.scap.host.Reading;
import dev.assay.scap.host.RpmFile;
import dev.assay.scap.rpm.RpmAttribute;
import dev.assay.scap.rpm.RpmNames;
import dev.assay.scap.rpm.RpmVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The verification of packaged files against `rpm -V`, over a root in which rpm installed a
/// package and somebody changed its files.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifiedFilesTest {
  private static final String SPEC =
      """
      Name: beta
      Version: 2
      Release: 1
      Epoch: 3
      Summary: Files of every kind
      License: MIT
      BuildArch: noarch
      %description
      Files.
      %install
      mkdir -p %{buildroot}/opt/beta/empty %{buildroot}/opt/beta/moved
      cd %{buildroot}/opt/beta
      for name in plain conf left doc licence tool tool2 owned ghost; do echo $name > $name; done
      ln -s plain link
      mknod null c 1 3
      %files
      %dir /opt/beta
      %dir /opt/beta/empty
      %dir /opt/beta/moved
      /opt/beta/plain
      %config /opt/beta/conf
      %verify(not md5 size mtime) /opt/beta/left
      %doc /opt/beta/doc
      %license /opt/beta/licence
      %caps(cap_net_raw,cap_net_admin=ep) /opt/beta/tool
      %caps(cap_setuid+p) /opt/beta/tool2
      %attr(4750, daemon, games) /opt/beta/owned
      %ghost /opt/beta/ghost
      /opt/beta/link
      %dev(c,1,3) %attr(600, root, root) /opt/beta/null
      """;
  private static final List<String> NAMES =
      List.of(
          "",
          "/empty",
          "/moved",
          "/plain",
          "/conf",
          "/left",
          "/doc",
          "/licence",
          "/tool",
          "/tool2",
          "/owned",
          "/ghost",
          "/link",
          "/null");

  /// Those of cap_net_admin=ep.
  private static final String SET_CAPABILITIES =
      """
      import os, struct, sys
      os.setxattr(sys.argv[1], "security.capability", struct.pack("<IIIII", 0x02000001, 1 << 12, 0, 0, 0))
      """;

  private static final String DATABASE = "/var/lib/rpm";

  /// In the order of rpm's letters, SM5DLUGTP.
  private static final List<RpmAttribute> LETTERS =
      List.of(
          RpmAttribute.SIZE,
          RpmAttribute.MODE,
          RpmAttribute.DIGEST,
          RpmAttribute.DEVICE,
          RpmAttribute.LINK,
          RpmAttribute.OWNER,
          RpmAttribute.GROUP,
          RpmAttribute.MODIFIED,
          RpmAttribute.CAPABILITIES);

  @TempDir private static Path work;
  private static RealRpm rpm = new RealRpm(Path.of(""));
  private static Path fresh = Path.of("");

  @BeforeAll
  static void install() throws IOException {
    assumeTrue(RealRpm.has("rpm", "rpmbuild"), "rpm and rpmbuild are not installed");
    Object user = Files.getAttribute(work, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    assumeTrue(user.equals(0), "only root can install a package into a root");
    rpm = new RealRpm(work);
    String built = rpm.build(SPEC).getFirst();
    fresh = Files.createDirectories(work.resolve("fresh"));
    Files.createDirectories(fresh.resolve("etc"));
    Files.writeString(
        fresh.resolve("etc/passwd"),
        "root:x:0:0::/:/bin/sh\ndaemon:x:1:1::/:/bin/sh\nother:x:9:9::/:/bin/sh\n");
    Files.writeString(fresh.resolve("etc/group"), "root:x:0:\ndaemon:x:1:\ngames:x:60:\n");
    rpm.run(
        "rpm",
        "--root",
        fresh.toString(),
        "--dbpath",
        DATABASE,
        "-i",
        "--nodeps",
        "--ignoreos",
        built);
    Files.writeString(fresh.resolve("opt/beta/ghost"), "made by a program\n");
  }

  @Test
  void passesWhatWasJustInstalled() throws IOException {
    assertAgrees(fresh);
    assertThat(ours(fresh).values()).containsOnly(".........");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void agreesWithRpmOnWhatWasChanged(long seed) throws IOException {
    Path root = work.resolve("changed" + seed);
    rpm.run("cp", "-a", fresh.toString(), root.toString());
    Random random = new Random(seed);
    for (String name : NAMES) {
      if (!name.isEmpty() && random.nextInt(3) > 0) {
        change(root.resolve("opt/beta" + name), random);
      }
    }
    assertAgrees(root);
  }

  private static void change(Path file, Random random) throws IOException {
    String path = file.toString();
    switch (random.nextInt(10)) {
      case 0 -> rpm.run("rm", "-rf", path);
      case 1 -> rpm.run("chown", "-h", "9", path);
      case 2 -> rpm.run("chgrp", "-h", "60", path);
      case 3 -> rpm.run("touch", "-h", "-d", "2001-02-03", path);
      case 4 -> {
        if (Files.exists(file)) {
          rpm.run("chmod", random.nextBoolean() ? "4711" : "0600", path);
        }
      }
      case 5 -> {
        rpm.run("rm", "-rf", path);
        rpm.run("ln", "-s", "empty", path);
      }
      case 6 -> {
        rpm.run("rm", "-rf", path);
        rpm.run("ln", "-s", "nowhere", path);
        rpm.run("chown", "-h", "9", path);
      }
      case 7 -> {
        rpm.run("rm", "-rf", path);
        rpm.run("mknod", path, random.nextBoolean() ? "c" : "b", "1", "5");
      }
      default -> {
        if (Files.isRegularFile(file)) {
          Files.writeString(file, random.nextBoolean() ? "changed" : "longer than before\n");
          if (random.nextBoolean() && RealRpm.has("python3")) {
            rpm.run("python3", "-c", SET_CAPABILITIES, path);
          }
        }
      }
    }
  }

  /// Only what is not as it was is in rpm's list; a ghost that is missing is not.
  private static void assertAgrees(Path root) throws IOException {
    Map<String, String> theirs = new TreeMap<>();
    String verified =
        rpm.run(
            "sh",
            "-c",
            "rpm --root \"$1\" --dbpath " + DATABASE + " -V --nodeps --noscripts beta || true",
            "sh",
            root.toString());
    for (String line : verified.lines().toList()) {
      String letters =
          line.substring(0, 9).strip().equals("missing") ? "missing" : line.substring(0, 9);
      theirs.put(
          line.substring(line.indexOf("/opt")).replaceAll(" \\(.*", ""),
          letters.replaceAll("[A-Z5]", "x"));
    }
    Map<String, String> ours = new TreeMap<>();
    ours(root)
        .forEach(
            (path, letters) -> {
              if (!letters.equals(".........")
                  && !(letters.equals("missing") && path.endsWith("ghost"))) {
                ours.put(path, letters);
              }
            });
    assertThat(ours).isEqualTo(theirs);
  }

  private static Map<String, String> ours(Path root) throws IOException {
    TreeHost host = TreeHost.at(root);
    Map<String, String> all = new TreeMap<>();
    for (RpmFile file : files(host)) {
      RpmVerification verification = new RpmVerification(host, new RpmNames(host), file, Set.of());
      List<String> words = new ArrayList<>();
      LETTERS.forEach(attribute -> words.add(verification.verdict(attribute).word()));
      StringBuilder letters = new StringBuilder();
      words.forEach(
          word -> letters.append(word.equals("pass") ? '.' : word.equals("fail") ? 'x' : '?'));
      all.put(file.path(), letters.toString().equals("?????????") ? "missing" : letters.toString());
    }
    assertThat(all).hasSize(NAMES.size());
    return all;
  }

  private static List<RpmFile> files(TreeHost host) {
    Reading<List<RpmFile>> files =
        host.rpmFiles(owner -> owner.name().equals("beta"), path -> true);
    assertThat(files).isInstanceOf(Reading.Read.class);
    return ((Reading.Read<List<RpmFile>>) files).value();
  }

  @Test
  void givesOnlyTheFilesThatAreMeant() throws IOException {
    TreeHost host = TreeHost.at(fresh);
    assertThat(host.rpmFiles(owner -> false, path -> true))
        .isEqualTo(new Reading.Read<>(List.of()));
    assertThat(host.rpmFiles(owner -> owner.evr().equals("3:2-1"), path -> path.endsWith("/conf")))
        .isInstanceOfSatisfying(
            Reading.Read.class, read -> assertThat((List<?>) read.value()).hasSize(1));
  }
}
