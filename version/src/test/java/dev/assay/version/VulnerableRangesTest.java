package dev.assay.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.PackageType;
import dev.assay.model.VersionRange;
import dev.assay.version.VulnerableRanges.Containment;
import dev.assay.version.VulnerableRanges.Inside;
import dev.assay.version.VulnerableRanges.Outside;
import dev.assay.version.VulnerableRanges.Undecidable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VulnerableRangesTest {
  private static final String NO_VERSION = "1.0-";

  @ParameterizedTest
  @CsvSource({
    ",      2.0-1, ,      2.0-1~deb12u1, true",
    ",      2.0-1, ,      2.0-1,         false",
    ",      2.0-1, ,      2.0-1+b1,      false",
    "1.0-1, 2.0-1, ,      1.0-1,         true",
    "1.0-1, 2.0-1, ,      1.0-1~,        false",
    ",      ,      2.0-1, 2.0-1,         true",
    ",      ,      2.0-1, 2.0-2,         false",
    ",      ,      ,      9,             true",
    "1.0-1, ,      ,      9,             true",
    "0,     2.0-1, ,      0~1,           true",
    "0~2,   2.0-1, ,      0~1,           false",
  })
  void aRangeHasItsLowerEndAndNotItsFix(
      @Nullable String introduced,
      @Nullable String fixed,
      @Nullable String lastAffected,
      String installed,
      boolean inside) {
    var range = new VersionRange(introduced, fixed, lastAffected);

    assertThat(contains(installed, range)).isEqualTo(inside ? new Inside(range) : new Outside());
  }

  @Test
  void noRangeHoldsNothing() {
    assertThat(contains("1.0")).isEqualTo(new Outside());
  }

  @Test
  void saysWhichRangeHoldsTheVersion() {
    var old = new VersionRange("1", "1.5", null);
    var recent = new VersionRange("2", "2.5", null);

    assertThat(contains("2.1", old, recent)).isEqualTo(new Inside(recent));
    assertThat(contains("1.7", old, recent)).isEqualTo(new Outside());
  }

  @Test
  void aBoundThatIsNoVersionIsNeverAPass() {
    var range = VersionRange.before(NO_VERSION);

    assertThat(contains("1.0", range))
        .isEqualTo(
            new Undecidable(
                range, NO_VERSION, "Not a version: \"1.0-\" (a revision follows the last hyphen)"));
  }

  @Test
  void anotherBoundMaySettleIt() {
    assertThat(contains("3", new VersionRange(NO_VERSION, "2", null))).isEqualTo(new Outside());
    assertThat(contains("1", new VersionRange("2", NO_VERSION, null))).isEqualTo(new Outside());
    assertThat(contains("1", new VersionRange("2", null, NO_VERSION))).isEqualTo(new Outside());
    assertThat(contains("3", new VersionRange("2", null, NO_VERSION)))
        .isInstanceOf(Undecidable.class);
  }

  @Test
  void anotherRangeMaySettleItForVulnerableOnly() {
    var unreadable = VersionRange.before(NO_VERSION);
    var holding = VersionRange.before("2");
    var elsewhere = VersionRange.before("1");

    assertThat(contains("1.5", unreadable, holding)).isEqualTo(new Inside(holding));
    assertThat(contains("1.5", unreadable, elsewhere)).isInstanceOf(Undecidable.class);
    assertThat(contains("1.5", elsewhere, unreadable)).isInstanceOf(Undecidable.class);
  }

  private static Containment contains(String installed, VersionRange... ranges) {
    return VulnerableRanges.contains(
        VersionScheme.of(PackageType.DEB), List.of(ranges), DebVersion.parse(installed));
  }
}
