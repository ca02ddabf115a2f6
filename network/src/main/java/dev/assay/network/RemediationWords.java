package dev.assay.network;

import dev.assay.network.snapshot.RouteTable;
import java.util.ArrayList;
import java.util.List;

/// What to change, in words.
public final class RemediationWords {
  private static final int MOST = 3;

  private RemediationWords() {}

  public static List<String> of(Remediation remediation) {
    List<String> words = new ArrayList<>();
    remediation.changes().forEach(change -> words.add(of(change)));
    if (!remediation.alsoAffects().isEmpty()) {
      words.add("this also affects " + few(remediation.alsoAffects()));
    }
    return words;
  }

  private static String of(Remediation.Change change) {
    return switch (change) {
      case Remediation.Change.Revoke revoke ->
          "revoke "
              + revoke.rule().id()
              + " in "
              + revoke.groupId()
              + (revoke.keep().isEmpty()
                  ? ""
                  : " and authorise " + PortWords.of(revoke.keep()) + " in its stead");
      case Remediation.Change.Deny deny ->
          "add inbound entry "
              + deny.number()
              + " to "
              + deny.aclId()
              + ": deny "
              + PortWords.of(deny.services())
              + " from "
              + deny.peer();
      case Remediation.Change.DeleteRoute delete ->
          "delete the route to "
              + destination(delete.route().destination())
              + " by "
              + delete.route().target().id()
              + " in "
              + delete.tableId()
              + ", which carries every port, and what is sent from there";
    };
  }

  /// The block or prefix list that a route is for.
  public static String destination(RouteTable.Destination destination) {
    return switch (destination) {
      case RouteTable.Destination.Block block -> block.cidr().toString();
      case RouteTable.Destination.Prefixes prefixes -> prefixes.prefixListId();
    };
  }

  private static String few(List<String> ids) {
    return ids.size() <= MOST
        ? String.join(", ", ids)
        : String.join(", ", ids.subList(0, MOST)) + " and " + (ids.size() - MOST) + " more";
  }
}
