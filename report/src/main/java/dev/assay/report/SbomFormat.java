package dev.assay.report;

/// The bills of materials that the service exports, by Inspector's names.
public enum SbomFormat {
  CYCLONEDX_1_4("application/vnd.cyclonedx+json; version=1.4") {
    @Override
    public InventoryWriter writer() {
      return new CycloneDxInventoryWriter(CycloneDxVersion.V1_4);
    }
  },
  SPDX_2_3("application/spdx+json") {
    @Override
    public InventoryWriter writer() {
      return new SpdxInventoryWriter();
    }
  };

  private final String mediaType;

  SbomFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  public abstract InventoryWriter writer();
}
