package dev.assay.scap.output;

import java.util.Map;
import java.util.TreeMap;

/// Frameworks of controls by the address under which content refers to them.
final class Frameworks {
  /// A piece of the address, and the name; of several that fit the longest counts.
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("cisecurity.org/benchmark", "CIS benchmark"),
          Map.entry("cisecurity.org/controls", "CIS controls"),
          Map.entry("SP.800-53", "NIST SP 800-53"),
          Map.entry("SP.800-171", "NIST SP 800-171"),
          Map.entry("NIST.CSWP", "NIST CSF"),
          Map.entry("iso.org/contents", "ISO 27001"),
          Map.entry("PCI-DSS-v4", "PCI DSS 4.0"),
          Map.entry("PCI_DSS_v3", "PCI DSS 3.2.1"),
          Map.entry("CFR-2007-title45", "HIPAA"),
          Map.entry("isaca.org", "COBIT 5"),
          Map.entry("isa-62443-2-1", "ISA 62443-2-1"),
          Map.entry("isa-62443-3-3", "ISA 62443-3-3"),
          Map.entry("nerc.com", "NERC CIP"),
          Map.entry("srg-stig-tools", "DISA STIG"),
          Map.entry("_dl_facet_stigs", "DISA SRG"),
          Map.entry("stigs/cci", "DISA CCI"),
          Map.entry("cyber.gov.au", "ISM"),
          Map.entry("cyber.gouv.fr", "ANSSI BP-028"),
          Map.entry("ssi.gouv.fr", "ANSSI BP-028"),
          Map.entry("bsi.bund.de", "BSI IT-Grundschutz"),
          Map.entry("niap-ccevs.org", "NIAP OSPP"),
          Map.entry("cjis", "CJIS"),
          Map.entry("ccn-cert", "CCN-STIC"));

  private Frameworks() {}

  /// The name of a framework; the address itself where it is not a known one.
  static String name(String address) {
    Map<Integer, String> fitting = new TreeMap<>();
    NAMES.forEach(
        (piece, name) -> {
          if (address.contains(piece)) {
            fitting.put(-piece.length(), name);
          }
        });
    return fitting.values().stream().findFirst().orElse(address);
  }
}
