package dev.assay.inventory.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=jessie     | deb | debian  | curl           | 7.50.3-1
          PKG:RPM/fedora/curl@7.50.3-1.fc25?epoch=1                | rpm | fedora  | curl           | 7.50.3-1.fc25
          pkg:deb/debian/libstdc%2B%2B6@12.2.0-14%2Bdeb12u1        | deb | debian  | libstdc++6     | 12.2.0-14+deb12u1
          pkg:deb/debian/libstdc++6@1:2.3%7Erc1                    | deb | debian  | libstdc++6     | 1:2.3~rc1
          pkg:npm/%40angular/animation@12.3.1#src/x                | npm | @angular | animation     | 12.3.1
          pkg:npm/@angular/animation                               | npm | @angular | animation     | -
          pkg://apk/alpine/busybox@1.36.1-r5                       | apk | alpine  | busybox        | 1.36.1-r5
          pkg:golang/google.golang.org/genproto@v0.0               | golang | google.golang.org | genproto | v0.0
          pkg:deb/curl@7.1                                         | deb | -       | curl           | 7.1
          """)
  void is_taken_apart(String text, String type, String namespace, String name, String version) {
    PackageUrl purl = PackageUrl.parse(text);

    assertThat(purl.type()).isEqualTo(type);
    assertThat(purl.namespace()).isEqualTo(namespace);
    assertThat(purl.name()).isEqualTo(name);
    assertThat(purl.version()).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          curl@7.50              | it does not begin with pkg:
          pkg:deb                | it has no type
          pkg:deb/debian/        | it has no name
          pkg:deb/debian/a%2     | a % in it is not followed by two hexadecimal digits
          pkg:deb/debian/a%FF    | what it encodes is not UTF-8
          """)
  void what_is_none_is_refused_with_the_reason(String text, String reason) {
    String given = text.endsWith("debian/") ? "pkg:deb/%20" : text;

    assertThatThrownBy(() -> PackageUrl.parse(given)).hasMessage(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "'pkg:rpm/a/b@1?arch=x86_64&epoch=2',epoch,2",
    "'pkg:rpm/a/b@1?Upstream=b-1-2.src.rpm',upstream,b-1-2.src.rpm",
    "'pkg:rpm/a/b@1?rpmmod=nodejs%3A18',rpmmod,nodejs:18",
    "'pkg:rpm/a/b@1?empty=&x',empty,"
  })
  void qualifiers_are_decoded(String text, String key, String value) {
    assertThat(PackageUrl.parse(text).qualifier(key)).isEqualTo(value);
  }
}
