package dev.assay.feeds.redhat;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.rpm.RedHatSystem;
import dev.assay.model.Ecosystem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A product as its CPE names it: `cpe:/o:redhat:enterprise_linux:8`.
sealed interface Product {

  /// One whose packages are installed on a host of a release of Red Hat Enterprise Linux.
  ///
  /// @param releases most often one
  /// @param repository the CPE after `redhat:`
  record Host(List<Ecosystem> releases, String repository) implements Product {}

  /// One that comes as images, archives or on a host whose release the CPE does not tell
  /// (OpenShift, JBoss, OpenStack …).
  record Layered() implements Product {}

  /// Reads a CPE in its URI form.
  ///
  /// @throws MalformedRecordException where it is none, or one of Red Hat Enterprise Linux that
  ///     names no release
  static Product parse(String cpe) {
    Matcher parts = Form.CPE.matcher(cpe);
    if (!parts.matches()) {
      throw new MalformedRecordException("not a CPE: \"" + cpe + "\"");
    }
    String rest = parts.group("rest");
    if (rest == null) {
      return new Layered();
    }
    Matcher built = Form.BUILT_FOR.matcher(rest);
    if (built.find()) {
      return host(rest, built.group(1));
    }
    String[] fields = rest.split(":", -1);
    if (fields[0].equals("rhel_software_collections")) {
      // on 6 and 7, under names of their own (rh-python38-python)
      return new Host(List.of(release("6"), release("7")), rest);
    }
    if (!RedHatSystem.isProduct(fields[0])) {
      return new Layered();
    }
    Matcher version = Form.VERSION.matcher(fields.length > 1 ? fields[1] : "");
    if (!version.matches()) {
      throw new MalformedRecordException("names no release: \"" + cpe + "\"");
    }
    return host(rest, version.group(1));
  }

  private static Host host(String repository, String major) {
    return new Host(List.of(release(major)), repository);
  }

  private static Ecosystem release(String major) {
    return new Ecosystem("redhat", major);
  }

  /// What CPEs look like.
  final class Form {
    private static final Pattern CPE =
        Pattern.compile("cpe:/[aoh]?:(?:redhat:(?<rest>[^\\s:]\\S*)|(?!redhat:)\\S+)");

    private static final Pattern BUILT_FOR = Pattern.compile(":(?:el|rhel)(\\d{1,2})$");
    private static final Pattern VERSION = Pattern.compile("(\\d{1,2})(?:\\.\\d+)*");

    private Form() {}
  }
}
