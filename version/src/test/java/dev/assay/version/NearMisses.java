package dev.assay.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Seeded texts that are nearly the same version: a real version and what one or two small
/// changes make of it. Most are still versions; some are not, and both sides must say so.
final class NearMisses {
  /// Real versions, each for something awkward in it.
  static final List<String> DEB =
      List.of(
          "3.0.11-1~deb12u2",
          "1:9.2p1-2+deb12u2",
          "252.22-1~deb12u1",
          "2.36-9+deb12u4",
          "1:1.2.13.dfsg-1",
          "5.36.0-7+deb12u1",
          "6.1.76-1",
          "0.17029+ds-1+b1",
          "2:8.39-15+b2",
          "20230311+deb12u1",
          "4.4.33-2",
          "1.9.13p3-1+deb12u1",
          "115.7.0esr-1~deb12u1",
          "1.0~rc2+git20200929+9de8-3",
          "7.88.1-10+deb12u5",
          "1:4.13+dfsg1-1+b1",
          "2.0.0~beta3-1ubuntu0.22.04.1~esm1",
          "0~20171227.9681b8d-2",
          "3.11.2-6",
          "1:3.0.3-0.1+deb12u1");

  static final List<String> RPM =
      List.of(
          "1:1.1.1k-7.el8_6",
          "4.18.0-372.9.1.el8",
          "2.module+el8.4.0+557+48ba8b2f",
          "1:18.12.1-2.module_el8.7.0+3416+d6a4c6b6",
          "3.0.7-2.amzn2023.0.1",
          "0:7.76.1-14.el9",
          "2.9.13-1~bootstrap.el9",
          "6.0.0^git20220101.1a2b3c-1.fc37",
          "32:9.16.23-1.el9",
          "1.13.1-208.amzn2.0.1",
          "20210202-1.20220809.4.el9_0",
          "8.0p1-13.el8",
          "1.8.5p2-6.el8_1",
          "2:8.2.2637-16.el9_0.3",
          "102.0-1.el9_0~rc2",
          "4.4.0^20191104-1",
          "1.0",
          "2.28-164.el8_5.3");

  static final List<String> APK =
      List.of(
          "1.36.1-r5",
          "3.1.1-r3",
          "9.3_p2-r1",
          "1.2.4-r2",
          "2.15.05-r0",
          "6.6.4p1-r2",
          "1.0.2u-r0",
          "3.12.0_rc2-r0",
          "0.20230101_git-r1",
          "4.17_alpha3_p1-r0",
          "20230506-r0",
          "1.18.-r2",
          "9.10.4_p5-r0",
          "1.2.07.8",
          "5.36.0-r2",
          "26.255.21994~842f055-r1",
          "0.1.0_alpha_pre2",
          "2.39.2a_pre1-r10",
          "1.0.0_pre20210530193627-r0");

  private final Random random;
  private final List<String> seeds;
  private final String alphabet;
  private final List<String> endings;

  NearMisses(long seed, List<String> seeds, String alphabet, List<String> endings) {
    this.random = new Random(seed);
    this.seeds = seeds;
    this.alphabet = alphabet;
    this.endings = endings;
  }

  static NearMisses deb(long seed) {
    return new NearMisses(
        seed, DEB, "00119aAzZ~~++-..:_ ", List.of("~", "~rc1", "+b1", "-1", "+deb12u1", "a", "0"));
  }

  static NearMisses rpm(long seed) {
    return new NearMisses(
        seed, RPM, "00119aAzZ~~^^+-..:_", List.of("~", "^", "~rc1", "^git1", "-1", ".el9", "0"));
  }

  static NearMisses apk(long seed) {
    return new NearMisses(
        seed,
        APK,
        "00119apz~_-..r",
        List.of("_rc1", "_p1", "_git", "a", ".0", ".01", ".1", "-r0", "-r1", "~0a1b"));
  }

  record Pair(String left, String right) {}

  List<Pair> pairs(int count) {
    return IntStream.range(0, count).mapToObj(i -> pair()).toList();
  }

  List<String> family(int size) {
    String seed = seed();
    var family = new ArrayList<>(List.of(seed));
    while (family.size() < size) {
      family.add(changed(family.get(random.nextInt(family.size()))));
    }
    return family;
  }

  private Pair pair() {
    String left = seed();
    if (random.nextInt(3) == 0) {
      left = changed(left);
    }
    String right = random.nextInt(10) == 0 ? seed() : changed(left);
    if (random.nextInt(3) == 0) {
      right = changed(right);
    }
    return random.nextBoolean() ? new Pair(left, right) : new Pair(right, left);
  }

  private String seed() {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private String changed(String text) {
    int at = random.nextInt(text.length() + 1);
    String before = text.substring(0, at);
    String after = text.substring(at);
    String rest = after.isEmpty() ? "" : after.substring(1);
    String changed =
        switch (random.nextInt(9)) {
          case 0, 1 -> before + letter() + rest;
          case 2, 3 -> before + letter() + after;
          case 4 -> before + rest;
          case 5 -> before + "0" + after;
          case 6 -> text + endings.get(random.nextInt(endings.size()));
          case 7 -> random.nextInt(3) + ":" + text;
          default -> text.contains(":") ? text.substring(text.indexOf(':') + 1) : before;
        };
    return changed.isEmpty() ? text : changed;
  }

  private char letter() {
    return alphabet.charAt(random.nextInt(alphabet.length()));
  }
}
