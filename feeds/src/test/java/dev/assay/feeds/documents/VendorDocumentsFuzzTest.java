package dev.assay.feeds.documents;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.feeds.FeedImporter;
import dev.assay.feeds.alpine.AlpineSecdbImporter;
import dev.assay.feeds.amazon.AmazonImporter;
import dev.assay.feeds.redhat.RedHatCveImporter;
import dev.assay.feeds.rocky.RockyErrataImporter;
import dev.assay.feeds.ubuntu.UbuntuCveImporter;

/// Any bytes at all: nothing but records may come out.
class VendorDocumentsFuzzTest {

  @FuzzTest
  void ubuntu(byte[] bytes) {
    read(new UbuntuCveImporter(), bytes);
  }

  @FuzzTest
  void alpine(byte[] bytes) {
    read(new AlpineSecdbImporter(), bytes);
  }

  @FuzzTest
  void amazon(byte[] bytes) {
    read(new AmazonImporter(), bytes);
  }

  @FuzzTest
  void redHat(byte[] bytes) {
    read(new RedHatCveImporter(), bytes);
  }

  @FuzzTest
  void rocky(byte[] bytes) {
    read(new RockyErrataImporter(), bytes);
  }

  private static void read(FeedImporter importer, byte[] bytes) {
    Document document = new Document("fuzz", bytes);
    importer.recognises(document);
    Imported.by(importer, document);
  }
}
