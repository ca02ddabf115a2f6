package dev.assay.network;

import java.util.ArrayList;
import java.util.List;

/// What to change, in words.
public final class RemediationWords {
  private RemediationWords() {}

  public static List<String> of(Remediation remediation) {
    List<String> words = new ArrayList<>();
    for (Remediation.Change change : remediation.changes()) {
      words.add(
          "revoke "
              + change.revoke().id()
              + " in "
              + change.groupId()
              + (change.keep().isEmpty()
                  ? ""
                  : " and authorise " + PortWords.of(change.keep()) + " in its stead"));
    }
    if (!remediation.alsoAffects().isEmpty()) {
      words.add("this also affects " + few(remediation.alsoAffects()));
    }
    return words;
  }

  private static String few(List<String> ids) {
    return ids.size() <= 3
        ? String.join(", ", ids)
        : String.join(", ", ids.subList(0, 3)) + " and " + (ids.size() - 3) + " more";
  }
}
