package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import dev.assay.scap.host.RpmFile;
import dev.assay.scap.host.RpmPackage;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import dev.assay.scap.oval.OvalObject;
import dev.assay.scap.rpm.RpmAttribute;
import dev.assay.scap.rpm.RpmNames;
import dev.assay.scap.rpm.RpmVerification;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `rpmverifyfile_object`: the files of packages against what rpm installed.
final class RpmVerifyFileCollector implements ObjectCollector {
  private static final int CONFIGURATION = 1;
  private static final int GHOST = 1 << 6;

  private final Host host;
  private final RpmNames names;

  RpmVerifyFileCollector(Host host) {
    this.host = host;
    this.names = new RpmNames(host);
  }

  @Override
  public Collected collect(CollectionRequest request) {
    Reading<List<RpmFile>> files =
        host.rpmFiles(owner -> accepts(request, owner), path -> request.accepts("filepath", path));
    return switch (files) {
      case Reading.Read<List<RpmFile>>(List<RpmFile> found) -> verified(request, found);
      case Reading.Absent<List<RpmFile>> absent -> Collected.all(List.of());
      case Reading.Unreadable<List<RpmFile>>(String why) -> Collected.none(Flag.ERROR, why);
    };
  }

  private static boolean accepts(CollectionRequest request, RpmPackage owner) {
    return request.accepts("name", owner.name())
        && request.accepts("epoch", owner.epoch())
        && request.accepts("version", owner.version())
        && request.accepts("release", owner.release())
        && request.accepts("arch", owner.architecture());
  }

  private Collected verified(CollectionRequest request, List<RpmFile> files) {
    OvalObject object = request.object();
    int skipped =
        (is(object, "noconfigfiles") ? CONFIGURATION : 0)
            | (is(object, "noghostfiles") ? GHOST : 0);
    Set<RpmAttribute> omitted = omitted(object);
    List<Item> items = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (RpmFile file : files) {
      if ((file.flags() & skipped) == 0) {
        RpmVerification verification = new RpmVerification(host, names, file, omitted);
        RpmFileFields fields = new RpmFileFields(file, verification);
        if (request.keeps(fields)) {
          items.add(fields.item());
        }
        verification.gap().ifPresent(gap -> gaps.add(file.path() + ": " + gap));
      }
    }
    return FileCollector.withGaps(items, gaps);
  }

  private static Set<RpmAttribute> omitted(OvalObject object) {
    Set<RpmAttribute> omitted = EnumSet.noneOf(RpmAttribute.class);
    for (RpmAttribute attribute : RpmAttribute.values()) {
      if (is(object, attribute.behaviour())) {
        omitted.add(attribute);
      }
    }
    if (is(object, "nomd5")) {
      omitted.add(RpmAttribute.DIGEST);
    }
    return omitted;
  }

  private static boolean is(OvalObject object, String behaviour) {
    return object.behaviour(behaviour, "false").equals("true");
  }
}
