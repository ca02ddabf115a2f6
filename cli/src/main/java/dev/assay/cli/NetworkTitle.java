package dev.assay.cli;

import dev.assay.network.Candidate;
import dev.assay.network.Exposure;
import java.util.Locale;

/// The title of a finding, in the manner of Inspector's.
final class NetworkTitle {
  private NetworkTitle() {}

  static String of(Exposure exposure) {
    return ports(exposure)
        + " reachable from "
        + from(exposure.candidate().route())
        + " - "
        + exposure.protocol().word().toUpperCase(Locale.ROOT);
  }

  private static String ports(Exposure exposure) {
    int first = exposure.ports().first();
    int last = exposure.ports().last();
    if (!exposure.protocol().hasPorts()) {
      return "Address is";
    }
    return first == last ? "Port " + first + " is" : "Port range " + first + "-" + last + " is";
  }

  static String from(Candidate.Route route) {
    return switch (route) {
      case INTERNET -> "an Internet Gateway";
      case PEERED_VPC -> "a peered VPC";
      case VGW -> "a Virtual Private Gateway";
      case VPC -> "its own VPC";
    };
  }
}
