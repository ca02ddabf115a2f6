package dev.assay.match;

import dev.assay.model.InstalledPackage;

/// What to do about an affected package, in one sentence.
final class Remediation {
  private Remediation() {}

  static String sentence(MatchedPackage affected) {
    InstalledPackage installed = affected.installed();
    Conclusion conclusion = affected.conclusion();
    if (conclusion.fixedVersion() != null) {
      String upgrade =
          "Upgrade " + installed.name() + " to " + conclusion.fixedVersion() + " or later";
      return switch (affected.kernelPart()) {
        case RUNNING_IMAGE -> upgrade + " and restart into it.";
        case IDLE_IMAGE -> upgrade + ", or remove this kernel, which is not running.";
        case NONE, COMPANION, UNUSED_IMAGE -> upgrade + ".";
      };
    }
    if (conclusion.fixElsewhere() != null) {
      return "A fix, "
          + conclusion.fixElsewhere().fixedVersion()
          + ", is in "
          + conclusion.fixElsewhere().subscription()
          + " only: attach the subscription, then upgrade.";
    }
    return switch (conclusion.decider().statement().affected().status()) {
      case WILL_NOT_FIX -> "The vendor will not fix it: remove the package, or mitigate.";
      case OUT_OF_SUPPORT, END_OF_LIFE ->
          "The package is out of support: move to a supported release, or remove it.";
      case FIX_PENDING -> "The vendor is preparing a fix: watch for it, and mitigate until then.";
      case FIX_DEFERRED -> "The vendor has put the fix off: mitigate, or accept the risk.";
      case UNDER_INVESTIGATION -> "The vendor has not decided yet: watch its advisory.";
      case FIXED, AFFECTED, NOT_AFFECTED ->
          "No fix is available yet: mitigate, or remove the package.";
    };
  }
}
