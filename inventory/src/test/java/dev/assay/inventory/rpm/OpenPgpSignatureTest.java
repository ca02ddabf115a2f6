package dev.assay.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class OpenPgpSignatureTest {
  /// Made by GnuPG with a key whose fingerprint ends in 18b6a504ccf778c5.
  private static final byte[] OF_GNUPG =
      Base64.getDecoder()
          .decode(
              "iHUEABYIAB0WIQTQOjywdzIj0tGXIAAYtqUEzPd4xQUCawq4TQAKCRAYtqUEzPd4xf+ZAP9Ab4niX41h8lpc"
                  + "CHjIFeDnQDhdczb+mH56tVMxxwsdCAEAr09mmEsFU36h6t0Bx5p7x3RRY8NVB8ynizE8wNfU5Qk=");

  @Test
  void namesTheKeyOfAVersion4Signature() {
    assertThat(OpenPgpSignature.keyId(OF_GNUPG)).contains("18b6a504ccf778c5");
  }

  @Test
  void namesTheKeyOfAVersion3Signature() {
    byte[] signature =
        HexFormat.of()
            .parseHex("890017" + "0305" + "00" + "00000000" + "199e2f91fd431d51" + "0102");
    assertThat(OpenPgpSignature.keyId(signature)).contains("199e2f91fd431d51");
  }

  @Test
  void doesNotGuessWhereThePacketIsDamaged() {
    for (int length = 0; length < 30; length++) {
      assertThat(OpenPgpSignature.keyId(java.util.Arrays.copyOf(OF_GNUPG, length))).isEmpty();
    }
    assertThat(OpenPgpSignature.keyId(new byte[] {0x99 - 256, 0, 0})).isEmpty();
  }
}
