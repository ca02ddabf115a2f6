package dev.assay.feeds.osv;

import dev.assay.model.Ecosystem;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What SUSE calls an ecosystem, mapped to the release whose packages it has and the product that
/// they came by.
///
/// Everything that is installed into SUSE Linux Enterprise 11, 12 or 15 (the server and its
/// editions, modules, extensions, long term support, Package Hub, the real time module) is of
/// `sles:RELEASE`, where the release is `15` or `15.4`; the product is kept as the repository,
/// without its first words `Linux Enterprise`. SUSE Linux Enterprise Micro is `sle-micro:5.3`.
/// openSUSE's are `opensuse-leap:15.4`, `opensuse-leap-micro:5.3` and `opensuse-tumbleweed`. Any
/// other product is `suse:NAME`.
record SuseProduct(Ecosystem ecosystem, String repository) {
  private static final Pattern MICRO = Pattern.compile("Linux Enterprise Micro (\\d+\\.\\d+)");
  private static final Pattern ENTERPRISE =
      Pattern.compile(
          "(?:Linux Enterprise|Package Hub|Real Time Module)\\b.*? (\\d\\d)(?: SP(\\d+))?(?:[ -].*)?");
  private static final Pattern LEAP = Pattern.compile("Leap (\\d+\\.\\d+)(?: (.+))?");
  private static final Pattern LEAP_MICRO = Pattern.compile("Leap Micro (\\d+\\.\\d+)");

  static SuseProduct of(String ecosystem) {
    int colon = ecosystem.indexOf(':');
    String product = colon < 0 ? "" : ecosystem.substring(colon + 1);
    return ecosystem.startsWith("openSUSE") ? open(product) : enterprise(product);
  }

  private static SuseProduct open(String product) {
    Matcher leap = LEAP.matcher(product);
    if (leap.matches()) {
      String part = leap.group(2);
      return new SuseProduct(
          new Ecosystem("opensuse-leap", leap.group(1)), part == null ? "" : part);
    }
    Matcher micro = LEAP_MICRO.matcher(product);
    if (micro.matches()) {
      return new SuseProduct(new Ecosystem("opensuse-leap-micro", micro.group(1)), "");
    }
    return product.equals("Tumbleweed")
        ? new SuseProduct(new Ecosystem("opensuse-tumbleweed", ""), "")
        : other(product.isEmpty() ? "opensuse" : product);
  }

  private static SuseProduct enterprise(String product) {
    Matcher micro = MICRO.matcher(product);
    if (micro.matches()) {
      return new SuseProduct(new Ecosystem("sle-micro", micro.group(1)), "");
    }
    Matcher enterprise = ENTERPRISE.matcher(product);
    if (!enterprise.matches()) {
      return other(product.isEmpty() ? "suse" : product);
    }
    String servicePack = enterprise.group(2);
    String release = enterprise.group(1) + (servicePack == null ? "" : "." + servicePack);
    return new SuseProduct(
        new Ecosystem("sles", release), product.replaceFirst("^Linux Enterprise ", ""));
  }

  private static SuseProduct other(String product) {
    return new SuseProduct(
        new Ecosystem("suse", product.toLowerCase(Locale.ROOT).replace(' ', '-')), product);
  }
}
