package dev.assay.scap.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.scap.host.FakeHost;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import org.junit.jupiter.api.Test;

class AccessControlListTest {
  private final FakeHost host = new FakeHost().file("/f", "");

  @Test
  void aFileWithoutAListHasNone() {
    assertThat(AccessControlList.isExtended(host, "/f", HostFile.Type.DIRECTORY))
        .isEqualTo(new Reading.Read<>(false));
  }

  @Test
  void aListOfTheModeAloneIsNotExtended() {
    host.attribute("/f", "system.posix_acl_access", new byte[4 + 3 * 8]);
    assertThat(AccessControlList.isExtended(host, "/f", HostFile.Type.DIRECTORY))
        .isEqualTo(new Reading.Read<>(false));
  }

  @Test
  void aListWithAnotherUserIsExtended() {
    host.attribute("/f", "system.posix_acl_access", new byte[4 + 5 * 8]);
    assertThat(AccessControlList.isExtended(host, "/f", HostFile.Type.DIRECTORY))
        .isEqualTo(new Reading.Read<>(true));
  }

  @Test
  void aListForNewFilesIsExtended() {
    host.attribute("/f", "system.posix_acl_default", new byte[4 + 3 * 8]);
    assertThat(AccessControlList.isExtended(host, "/f", HostFile.Type.DIRECTORY))
        .isEqualTo(new Reading.Read<>(true));
  }
}
