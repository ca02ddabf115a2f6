package dev.assay.feeds.alpine;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.model.VulnerabilityId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The vulnerabilities that one entry of a `secfixes` list names. Packagers write these by hand:
///
/// ```
/// CVE-2019-14697                       the rule
/// CVE-2020-11740 CVE-2020-11741 XSA-313    two, with the bulletin on both
/// CVE-2024-56326 GHSA-q2x7-8rv6-6q7h   one, under two names
/// CVE-2018-14881 (BGP)                 with a remark
/// XSA-207, CVE-????-????? XSA-312      a bulletin without a CVE
/// CVE_2019-2426, CVE-2017-17434-1, CVE-2021-35940.patch    with a slip
/// CVE-46838, CVE N/A                   nothing that names one: an error
/// ```
///
/// @param aliases a GHSA beside a lone CVE. A bulletin (XSA, TALOS …) is no alias: it may be on
///     several vulnerabilities, which would then be held to be the same
/// @param note the bulletin and the remark; null where there is neither
record FixedIdentifiers(
    List<VulnerabilityId> vulnerabilities, List<VulnerabilityId> aliases, @Nullable String note) {

  private static final Pattern REMARK = Pattern.compile("\\(([^()]*)\\)?");

  private static final Pattern CVE =
      Pattern.compile("CVE[-_](\\d{4})[-_](\\d{4,})(?:-\\d+|\\.patch)?");

  private static final Pattern GHSA =
      Pattern.compile("GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}", Pattern.CASE_INSENSITIVE);

  /// `XSA-207`, `TALOS-2017-0488`, `VSV00010`: letters first, and a digit somewhere.
  private static final Pattern BULLETIN =
      Pattern.compile("(?!CVE)(?=\\D*\\d)[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*");

  private static final int LONGEST = 300;

  /// @throws MalformedRecordException where the text names no vulnerability
  static FixedIdentifiers parse(String text) {
    if (text.length() > LONGEST) {
      throw new MalformedRecordException("A name of more than " + LONGEST + " characters");
    }
    Set<VulnerabilityId> cves = new LinkedHashSet<>();
    Set<VulnerabilityId> ghsas = new LinkedHashSet<>();
    List<String> bulletins = new ArrayList<>();
    for (String word : REMARK.matcher(text).replaceAll(" ").split("[\\s,;]+")) {
      Matcher cve = CVE.matcher(word.toUpperCase(Locale.ROOT).replace(".PATCH", ".patch"));
      if (cve.matches()) {
        cves.add(new VulnerabilityId("CVE-" + cve.group(1) + "-" + cve.group(2)));
      } else if (GHSA.matcher(word).matches()) {
        ghsas.add(new VulnerabilityId("GHSA" + word.substring(4).toLowerCase(Locale.ROOT)));
      } else if (BULLETIN.matcher(word).matches()) {
        bulletins.add(word);
      }
    }
    return named(text, cves, ghsas, bulletins);
  }

  private static FixedIdentifiers named(
      String text, Set<VulnerabilityId> cves, Set<VulnerabilityId> ghsas, List<String> bulletins) {
    String remark = remark(text);
    if (cves.isEmpty()) {
      Set<VulnerabilityId> own = new LinkedHashSet<>(ghsas);
      bulletins.forEach(bulletin -> own.add(new VulnerabilityId(bulletin)));
      if (own.isEmpty()) {
        throw new MalformedRecordException("\"" + text + "\" names no vulnerability");
      }
      return new FixedIdentifiers(List.copyOf(own), List.of(), note(List.of(), remark));
    }
    return new FixedIdentifiers(
        List.copyOf(cves),
        cves.size() == 1 ? List.copyOf(ghsas) : List.of(),
        note(bulletins, remark));
  }

  private static String remark(String text) {
    Matcher remark = REMARK.matcher(text);
    return remark.find() ? remark.group(1).strip() : "";
  }

  private static @Nullable String note(List<String> bulletins, String remark) {
    List<String> parts = new ArrayList<>(bulletins);
    if (!remark.isEmpty()) {
      parts.add(remark);
    }
    return parts.isEmpty() ? null : String.join(", ", parts);
  }
}
