package dev.assay.feeds;

import dev.assay.feeds.alpine.AlpineSecdbImporter;
import dev.assay.feeds.amazon.AmazonImporter;
import dev.assay.feeds.debian.DebianTrackerImporter;
import dev.assay.feeds.distroinfo.DistroInfoImporter;
import dev.assay.feeds.endoflife.EndOfLifeImporter;
import dev.assay.feeds.epss.EpssImporter;
import dev.assay.feeds.exploitdb.ExploitDbImporter;
import dev.assay.feeds.kev.KevImporter;
import dev.assay.feeds.metasploit.MetasploitImporter;
import dev.assay.feeds.osv.OsvImporter;
import dev.assay.feeds.redhat.RedHatCveImporter;
import dev.assay.feeds.rocky.RockyErrataImporter;
import dev.assay.feeds.starter.StarterImporter;
import dev.assay.feeds.ubuntu.UbuntuCveImporter;
import dev.assay.feeds.vulnrichment.VulnrichmentImporter;
import java.util.ArrayList;
import java.util.List;

/// Every importer there is. An importer keeps counts, so each build takes new ones.
public final class FeedImporters {
  private FeedImporters() {}

  public static List<FeedImporter> all() {
    List<FeedImporter> importers = new ArrayList<>(OsvImporter.all());
    importers.addAll(
        List.of(
            new DebianTrackerImporter(),
            new UbuntuCveImporter(),
            new AlpineSecdbImporter(),
            new AmazonImporter(),
            new RedHatCveImporter(),
            new RockyErrataImporter(),
            new VulnrichmentImporter(),
            new KevImporter(),
            new EpssImporter(),
            new ExploitDbImporter(),
            new MetasploitImporter(),
            new EndOfLifeImporter(),
            new DistroInfoImporter(),
            new StarterImporter()));
    return importers;
  }
}
