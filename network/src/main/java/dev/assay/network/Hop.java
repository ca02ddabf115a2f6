package dev.assay.network;

import dev.assay.network.packet.TrafficSet;

/// One component on a path, and exactly what it lets pass. Sets are over the address of the path's
/// other end.
///
/// @param kind the component's type, as CloudFormation writes it
/// @param admits what it certainly lets pass
/// @param unsure what it may let pass, for a reason that is not modelled or was not read: the
///     answer about this is not "closed" but "not evaluated"
/// @param replies of what it does to replies, the client ports that they get back to, in place of
///     ports; everything where it does nothing
/// @param code why, where it stops everything that reached it
/// @param text what it does, in one sentence
public record Hop(
    String id,
    String kind,
    TrafficSet admits,
    TrafficSet unsure,
    TrafficSet replies,
    ExplanationCode code,
    String text) {
  Hop(
      String id,
      String kind,
      TrafficSet admits,
      TrafficSet unsure,
      ExplanationCode code,
      String text) {
    this(id, kind, admits, unsure, TrafficSet.ALL, code, text);
  }

  /// The same where replies only get back to some client ports.
  Hop replying(TrafficSet replies) {
    return new Hop(id, kind, admits, unsure, replies, code, text);
  }

  static Hop pass(String id, String kind, String text) {
    return filter(id, kind, TrafficSet.ALL, ExplanationCode.NO_PATH, text);
  }

  static Hop filter(String id, String kind, TrafficSet admits, ExplanationCode code, String text) {
    return new Hop(id, kind, admits, TrafficSet.NONE, code, text);
  }

  static Hop stop(String id, String kind, ExplanationCode code, String text) {
    return filter(id, kind, TrafficSet.NONE, code, text);
  }

  static Hop unknown(String id, String kind, ExplanationCode code, String text) {
    return new Hop(id, kind, TrafficSet.NONE, TrafficSet.ALL, code, text);
  }
}
