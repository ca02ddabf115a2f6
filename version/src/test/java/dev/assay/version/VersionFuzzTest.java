package dev.assay.version;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/// Every text is a version, which equals itself and keeps its text, or is refused by the one
/// exception.
class VersionFuzzTest {
  @FuzzTest
  void deb(FuzzedDataProvider data) {
    readTwo(DebVersion::parse, data);
  }

  @FuzzTest
  void rpm(FuzzedDataProvider data) {
    readTwo(RpmVersion::parse, data);
  }

  @FuzzTest
  void apk(FuzzedDataProvider data) {
    readTwo(ApkVersion::parse, data);
  }

  private static void readTwo(VersionScheme scheme, FuzzedDataProvider data) {
    try {
      Version left = scheme.parse(data.consumeString(64));
      Version right = scheme.parse(data.consumeRemainingAsString());
      if (left.compareTo(right) != -right.compareTo(left)) {
        throw new AssertionError("not antisymmetric: " + left + " | " + right);
      }
    } catch (InvalidVersionException e) {
      // Refusing is an answer.
    }
  }
}
