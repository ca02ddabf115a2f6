package dev.assay.feeds.osv;

import dev.assay.feeds.rpm.RedHatSystem;
import dev.assay.model.Ecosystem;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which major release of Red Hat Enterprise Linux a product's packages are for.
///
/// A CPE tells it in one of two ways. Most products name the build target in a part of their own
/// (`openshift:4.14::el9`, `storage:3.5:samba:el8`). For the system itself and its extensions the
/// CPE's version is the system's (`enterprise_linux:8::baseos`, `rhel_eus:8.4::appstream`,
/// `rhel_extras:6`). For the rest (`devtools:2020`, `rhev_manager:4`, `rhel_application_stack:2`)
/// the version is the product's own, and the target is in the fixed version's release
/// (`….el7_9`). Where it is nowhere, the product is an ecosystem of its own,
/// `redhat-product:devtools:2020`.
final class RedHatProduct {
  private static final Pattern TARGET =
      Pattern.compile("(?:^|:)(?:el|rhel)(\\d{1,2})(?:[.:_].*)?$");
  private static final Pattern VERSION = Pattern.compile("([^:]+):(\\d{1,2})(?:[.:].*)?");
  private static final Pattern RELEASE =
      Pattern.compile("[.+_-](?:el|rhel)(\\d{1,2})(?!\\d)", Pattern.CASE_INSENSITIVE);

  private RedHatProduct() {}

  static Ecosystem ecosystem(String cpe, String fixedVersion) {
    Matcher target = TARGET.matcher(cpe);
    if (target.find()) {
      return new Ecosystem("redhat", target.group(1));
    }
    Matcher version = VERSION.matcher(cpe);
    if (version.matches() && RedHatSystem.isProduct(version.group(1))) {
      return new Ecosystem("redhat", version.group(2));
    }
    Matcher release = RELEASE.matcher(fixedVersion);
    return release.find()
        ? new Ecosystem("redhat", release.group(1))
        : new Ecosystem("redhat-product", cpe.toLowerCase(Locale.ROOT));
  }
}
