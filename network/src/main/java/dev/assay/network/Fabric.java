package dev.assay.network;

import dev.assay.network.snapshot.NetworkSnapshot;

/// What of an account does not hang on its security groups: it stays as it is when one of them
/// changes.
record Fabric(
    Routing routing,
    BalancerNodes nodes,
    BalancerServices services,
    TransitRouting transit,
    TransitCourses transitCourses,
    Courses courses) {

  static Fabric of(NetworkSnapshot snapshot) {
    Routing routing = new Routing(snapshot);
    TransitRouting transit = new TransitRouting(snapshot, routing);
    TransitCourses transitCourses = new TransitCourses(snapshot, routing, transit);
    return new Fabric(
        routing,
        new BalancerNodes(snapshot),
        new BalancerServices(snapshot),
        transit,
        transitCourses,
        new Courses(snapshot, routing, transitCourses));
  }
}
