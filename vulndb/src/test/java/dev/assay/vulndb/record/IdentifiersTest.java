package dev.assay.vulndb.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.AffectedPackage;
import dev.assay.model.SourceInfo;
import dev.assay.model.VendorStatus;
import dev.assay.vulndb.file.Decoder;
import dev.assay.vulndb.file.Encoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {
  @ParameterizedTest
  @CsvSource({
    "CVE-2024-1001, 3",
    "CVE-1999-0001, 2",
    "CVE-2021-44228, 4",
    "CVE-2024-100000, 4",
    "CVE-2024-999999999, 6",
    "CVE-2024-01001, 16",
    "CVE-2024-9999999999, 21",
    "CVE-1990-0001, 15",
    "CVE-2024-101, 14",
    "CVE-2024-10a1, 15",
    "cve-2024-1001, 15",
    "DSA-5417-1, 12",
  })
  void a_name_comes_back_and_cves_are_short(String id, int length) {
    Encoder encoder = new Encoder();
    Identifiers.write(encoder, id);
    assertThat(Identifiers.read(Decoder.of("test", encoder.toBytes(), 0, encoder.length())))
        .isEqualTo(id);
    assertThat(encoder.length()).isEqualTo(length);
  }

  @Test
  void every_constant_has_a_number() {
    assertThat(Attributes.STATUSES).containsExactlyInAnyOrder(VendorStatus.values());
    assertThat(Attributes.NAMINGS).containsExactlyInAnyOrder(AffectedPackage.Naming.values());
    assertThat(Sources.ORIGINS).containsExactlyInAnyOrder(SourceInfo.DateOrigin.values());
  }
}
