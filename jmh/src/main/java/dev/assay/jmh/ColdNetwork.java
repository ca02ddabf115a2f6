package dev.assay.jmh;

import dev.assay.network.Exposures;
import dev.assay.network.InternetAnalysis;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.SecurityGroup;
import java.lang.management.ManagementFactory;
import java.util.List;

/// `ColdNetwork INTERFACES`: what of a generated account can be reached from the internet, in a
/// virtual machine that has just started; then again for one changed security group, and, with
/// `peers`, from everywhere. The account is made before the clock starts.
public final class ColdNetwork {
  private static final int CHANGES = 20;
  private static final long SEED = 42;

  private ColdNetwork() {}

  public static void main(String[] args) {
    NetworkSnapshot account = NetworkAccount.of(SEED, Integer.parseInt(args[0]));
    boolean peers = List.of(args).contains("peers");
    long start = cpu();
    InternetAnalysis analysis = InternetAnalysis.of(account);
    int found = analysis.exposures().found().size();
    System.out.printf(
        "%d interfaces, %d groups, %d balancers: %d open from the internet in %.2f CPU-s%n",
        account.interfaces().size(),
        account.groups().size(),
        account.balancers().all().size(),
        found,
        (cpu() - start) / 1e9);
    for (SecurityGroup group : account.groups().values().stream().limit(CHANGES).toList()) {
      SecurityGroup closed =
          new SecurityGroup(group.id(), group.vpcId(), group.name(), List.of(), group.outbound());
      long before = System.nanoTime();
      analysis = analysis.changed(closed);
      int left = analysis.exposures().found().size();
      System.out.printf(
          "%s loses its rules: %d left, %.1f ms%n",
          group.id(), left, (System.nanoTime() - before) / 1e6);
    }
    if (peers) {
      start = cpu();
      System.out.printf("%d open from everywhere", Exposures.of(account).found().size());
      System.out.printf(" in %.2f CPU-s%n", (cpu() - start) / 1e9);
    }
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }
}
