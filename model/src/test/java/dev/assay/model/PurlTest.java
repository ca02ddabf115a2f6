package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurlTest {

  @ParameterizedTest
  @CsvSource({
    "libstdc++6, 12.2.0-14,        pkg:deb/debian/libstdc%2B%2B6@12.2.0-14",
    "zlib1g,     1:1.2.13.dfsg-1,  pkg:deb/debian/zlib1g@1:1.2.13.dfsg-1",
    "gcc-12,     12.2.0-14+deb12u1, pkg:deb/debian/gcc-12@12.2.0-14%2Bdeb12u1",
    "a,          1~rc1,            pkg:deb/debian/a@1~rc1",
    "a b/c@d?e,  1%,               pkg:deb/debian/a%20b%2Fc%40d%3Fe@1%25",
    "ü,          1,                pkg:deb/debian/%C3%BC@1",
  })
  void what_the_specification_reserves_is_percent_encoded(
      String name, String version, String purl) {
    assertThat(Purl.of("deb", "debian", name, version, Map.of())).hasToString(purl);
  }

  @Test
  void qualifiers_are_sorted_and_those_without_a_value_left_out() {
    Map<String, String> qualifiers = new HashMap<>();
    qualifiers.put("epoch", "1");
    qualifiers.put("distro", "debian-12");
    qualifiers.put("upstream", "");
    qualifiers.put("modularitylabel", null);
    qualifiers.put("arch", "amd64");
    assertThat(Purl.of("rpm", null, "bash", "5", qualifiers))
        .hasToString("pkg:rpm/bash@5?arch=amd64&distro=debian-12&epoch=1");
  }

  @Test
  void anything_else_is_no_package_url() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Purl("deb/debian/bash@5"));
  }
}
