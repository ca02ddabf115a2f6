package dev.assay.jmh;

import dev.assay.network.Exposures;
import dev.assay.network.snapshot.NetworkSnapshot;
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
    Exposures found = Exposures.fromInternet(account);
    System.out.printf(
        "%d interfaces, %d groups, %d balancers: %d open from the internet in %.2f CPU-s%n",
        account.interfaces().size(),
        account.groups().size(),
        account.balancers().all().size(),
        found.found().size(),
        (cpu() - start) / 1e9);
    List<String> groups = account.groups().keySet().stream().limit(CHANGES).toList();
    double worst = 0;
    for (String group : groups) {
      long before = System.nanoTime();
      Exposures.fromInternetByGroup(account, group);
      worst = (System.nanoTime() - before) / 1e6;
    }
    System.out.printf("one changed security group, after %d: %.1f ms%n", groups.size(), worst);
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
