package dev.assay.feeds.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.model.Ecosystem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryTest {

  @ParameterizedTest
  @CsvSource({
    "amazon-linux, updateinfo.xml, 1, core",
    "amazon-linux-ami, 1/updates/2015/ALAS-2015-629.json, 1, core",
    "amazon-linux-2, 2/core/2023/x.json, 2, core",
    "amazon-linux-2---docker, updateinfo.xml, 2, extras:docker",
    "amazon-linux-2---r3.4, 2/extras/R3.4/2023/x.json, 2, extras:R3.4",
    "amazon-linux-2---r3.4, updateinfo.xml, 2, extras:R3.4",
    "amazon-linux-2---nitro-enclaves, updateinfo.xml, 2, extras:aws-nitro-enclaves-cli",
    "amazon-linux-2---frob, mirror/2/extras/Frob3/updateinfo.xml, 2, extras:Frob3",
    "amazon-linux-2---livepatch, 2/extras/livepatch/2023/x.json, 2, livepatch",
    "amazon-linux-2022, x, 2022, core",
    "amazon-linux-2023, x, 2023, core",
    "amazon-linux-2023---kernel-livepatch, x, 2023, livepatch",
    "amazon-linux-2023---nvidia, x, 2023, nvidia",
  })
  void a_collection_is_a_repository(
      String shortName, String path, String release, String repository) {
    assertThat(Repository.parse(shortName, path))
        .isEqualTo(new Repository(new Ecosystem("amazon", release), repository));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fedora", "amazon-linux-", "amazon-linux-2---", "amazon-linux-2-x"})
  void anything_else_is_an_error(String shortName) {
    assertThatThrownBy(() -> Repository.parse(shortName, ""))
        .isInstanceOf(MalformedRecordException.class);
  }
}
