package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.PackageType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageVersionTest {

  @ParameterizedTest
  @CsvSource({
    "DEB, 1:2.3-4,                    1, 2.3,        4",
    "DEB, 2.3-4,                      0, 2.3,        4",
    "DEB, 0:2.3-4,                    0, 2.3,        4",
    "DEB, 2.3,                        0, 2.3,        ",
    "DEB, 7.88.1-10+deb12u5,          0, 7.88.1,     10+deb12u5",
    "DEB, 1.0-rc1-2,                  0, 1.0-rc1,    2",
    "DEB, 5:24.0.7-1~debian.12~bookworm, 5, 24.0.7,  1~debian.12~bookworm",
    "DEB, x:1-2,                      0, x:1,        2",
    "RPM, 1:18.12.1-2.module+el8,     1, 18.12.1,    2.module+el8",
    "RPM, 4.4.20-1.el8_4,             0, 4.4.20,     1.el8_4",
    "APK, 1.36.1-r29,                 0, 1.36.1,     r29",
    "APK, 1.2.5,                      0, 1.2.5,      ",
    "DEB, 99999999999:1-1,            0, 99999999999:1, 1",
  })
  void splitsAsThePackageManagerDoes(
      PackageType type, String whole, long epoch, String version, String release) {
    assertThat(PackageVersion.of(type, whole))
        .isEqualTo(new PackageVersion(epoch, version, release));
  }
}
