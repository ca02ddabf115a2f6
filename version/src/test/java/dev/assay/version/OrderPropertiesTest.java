package dev.assay.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every scheme must keep to, over seeded families of near-misses.
class OrderPropertiesTest {
  /// A scheme, its near-misses and its slow second implementation.
  record Scheme(String name, NearMisses nearMisses, VersionScheme scheme, Comparator<String> slow) {
    @Override
    public String toString() {
      return name;
    }

    List<Version> family() {
      return nearMisses.family(24).stream().flatMap(this::read).toList();
    }

    private Stream<Version> read(String text) {
      try {
        return Stream.of(scheme.parse(text));
      } catch (InvalidVersionException e) {
        return Stream.empty();
      }
    }
  }

  static List<Scheme> schemes() {
    return List.of(
        new Scheme("deb", NearMisses.deb(11), DebVersion::parse, SlowOrders::deb),
        new Scheme("rpm", NearMisses.rpm(12), RpmVersion::parse, SlowOrders::rpm),
        new Scheme("apk", NearMisses.apk(13), ApkVersion::parse, SlowApk::compare));
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void theSlowImplementationAgrees(Scheme scheme) {
    for (int round = 0; round < 150; round++) {
      List<Version> family = scheme.family();
      for (Version left : family) {
        for (Version right : family) {
          assertThat(Integer.signum(left.compareTo(right)))
              .as("%s against %s", left, right)
              .isEqualTo(Integer.signum(scheme.slow.compare(left.text(), right.text())));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void theOrderIsAntisymmetricAndTransitive(Scheme scheme) {
    for (int round = 0; round < 20; round++) {
      List<Version> family = scheme.family();
      for (Version a : family) {
        for (Version b : family) {
          assertThat(a.compareTo(b)).isEqualTo(-b.compareTo(a));
          assertThat(a.equals(b)).isEqualTo(a.compareTo(b) == 0);
          for (Version c : family) {
            if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
              assertThat(a).as("%s, %s, %s", a, b, c).isLessThanOrEqualTo(c);
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void equalVersionsHaveOneHashAndOneKey(Scheme scheme) {
    for (int round = 0; round < 50; round++) {
      List<Version> family = scheme.family();
      for (Version a : family) {
        for (Version b : family) {
          if (a.equals(b)) {
            assertThat(a).hasSameHashCodeAs(b);
            assertThat(a.sortKey()).isEqualTo(b.sortKey()).hasToString(b.sortKey().toString());
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void theBytesOfTheKeysSortAsTheVersionsDo(Scheme scheme) {
    List<Version> family = new ArrayList<>(scheme.family());
    family.sort(Comparator.comparing(v -> v.sortKey().toByteArray(), Arrays::compareUnsigned));

    assertThat(family).isSorted();
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void anyTextIsAVersionOrIsRefusedInWords(Scheme scheme) {
    corruptTexts()
        .forEach(
            text -> {
              try {
                Version version = scheme.scheme.parse(text);
                assertThat(version).isEqualByComparingTo(scheme.scheme.parse(text));
                assertThat(version.text()).isEqualTo(text);
              } catch (InvalidVersionException e) {
                assertThat(e).hasMessageStartingWith("Not a version: \"");
              }
            });
  }

  private static Stream<String> corruptTexts() {
    var random = new Random(99);
    return Stream.concat(
        Stream.of("", " ", "\0", "-", ":", "~", "^", "9".repeat(100_000), "1." + "~".repeat(9_999)),
        Stream.generate(
                () -> {
                  var bytes = new byte[random.nextInt(40)];
                  random.nextBytes(bytes);
                  return new String(
                      bytes,
                      random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
                })
            .limit(5_000));
  }
}
