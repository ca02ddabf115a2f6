package dev.assay.cli;

import dev.assay.network.Answer;
import dev.assay.network.Candidate;
import dev.assay.network.Change;
import dev.assay.network.ClientPorts;
import dev.assay.network.Exposure;
import dev.assay.network.Exposures;
import dev.assay.network.Hop;
import dev.assay.network.PortWords;
import dev.assay.network.Question;
import dev.assay.network.RecognizedPorts;
import dev.assay.network.Remediation;
import dev.assay.network.RemediationWords;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.Gap;
import dev.assay.network.snapshot.Listings;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/// Network reachability for programs: one question's answer, or findings in the shape of
/// Inspector's.
final class NetworkJson {
  private NetworkJson() {}

  static void write(OutputStream out, Question question, NetworkSnapshot read, Answer answer)
      throws IOException {
    PrettyJson.write(out, json -> answer(json, question, read, answer));
  }

  /// @param listings tell whose each resource is
  static void write(
      OutputStream out,
      String resource,
      NetworkSnapshot read,
      Exposures exposures,
      Listings listings)
      throws IOException {
    PrettyJson.write(out, json -> exposures(json, resource, read, exposures, listings));
  }

  private static void answer(
      JsonGenerator json, Question question, NetworkSnapshot read, Answer answer) {
    json.writeStartObject();
    json.writeStringProperty("from", question.from().id());
    json.writeStringProperty("to", question.to().id());
    switch (answer.outcome()) {
      case REACHABLE -> json.writeBooleanProperty("reachable", true);
      case NOT_REACHABLE -> json.writeBooleanProperty("reachable", false);
      case NOT_EVALUATED -> json.writeNullProperty("reachable");
    }
    json.writeStringProperty("outcome", answer.outcome().name());
    List<Answer.Judged> open = answer.ways(Candidate.Outcome.REACHABLE);
    json.writeArrayPropertyStart("path");
    if (!open.isEmpty()) {
      open.getFirst().candidate().trail().hops().forEach(hop -> hop(json, hop));
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("open");
    open.forEach(way -> open(json, way));
    json.writeEndArray();
    json.writeArrayPropertyStart("remediation");
    answer.remediations().forEach(each -> remediation(json, each));
    json.writeEndArray();
    decisive(json, "blockedBy", answer.ways(Candidate.Outcome.NOT_REACHABLE));
    decisive(json, "undecidedBy", answer.ways(Candidate.Outcome.NOT_EVALUATED));
    gaps(json, read.gaps());
    json.writeEndObject();
  }

  private static void open(JsonGenerator json, Answer.Judged way) {
    json.writeStartObject();
    end(json, way.candidate());
    TrafficSet traffic = way.passes();
    json.writeName("services");
    services(json, traffic.anywhere());
    json.writeStringProperty("sources", PortWords.sources(traffic));
    clientPorts(json, way.clientPorts());
    json.writeEndObject();
  }

  /// Only where not all of them work.
  private static void clientPorts(JsonGenerator json, Optional<ClientPorts> some) {
    if (some.isPresent()) {
      json.writeArrayPropertyStart("clientPorts");
      for (PortSet.Range range : some.get().working().ranges()) {
        json.writeStartObject();
        json.writeNumberProperty("begin", range.first());
        json.writeNumberProperty("end", range.last());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private static void services(JsonGenerator json, Services services) {
    json.writeStartArray();
    for (Services.Part part : services.parts()) {
      for (PortSet.Range range : part.ports().ranges()) {
        json.writeStartObject();
        json.writeStringProperty("protocol", part.protocol().word());
        json.writeNumberProperty("begin", range.first());
        json.writeNumberProperty("end", range.last());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static void decisive(JsonGenerator json, String name, List<Answer.Judged> ways) {
    json.writeArrayPropertyStart(name);
    for (Answer.Judged way : ways) {
      json.writeStartObject();
      Hop hop = way.judgement().decisive();
      json.writeStringProperty("code", hop.code().name());
      component(json, hop);
      end(json, way.candidate());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void end(JsonGenerator json, Candidate candidate) {
    json.writeStringProperty("source", candidate.source());
    json.writeStringProperty("route", candidate.route().name());
    json.writeStringProperty("interface", candidate.destination().id());
    json.writeStringProperty("address", candidate.address().toString());
  }

  private static void hop(JsonGenerator json, Hop hop) {
    json.writeStartObject();
    component(json, hop);
    json.writeEndObject();
  }

  private static void component(JsonGenerator json, Hop hop) {
    json.writeStringProperty("componentId", hop.id());
    json.writeStringProperty("componentType", hop.kind());
    json.writeStringProperty("explanation", hop.text());
  }

  private static void exposures(
      JsonGenerator json,
      String resource,
      NetworkSnapshot read,
      Exposures exposures,
      Listings listings) {
    json.writeStartObject();
    json.writeStringProperty("resource", resource);
    json.writeArrayPropertyStart("findings");
    exposures.found().forEach(exposure -> finding(json, exposure, listings));
    json.writeEndArray();
    json.writeArrayPropertyStart("undecided");
    for (Candidate candidate : exposures.undecided()) {
      json.writeStartObject();
      end(json, candidate);
      candidate.trail().hops().stream()
          .filter(hop -> !hop.unsure().isEmpty())
          .findFirst()
          .ifPresent(hop -> component(json, hop));
      json.writeEndObject();
    }
    json.writeEndArray();
    gaps(json, read.gaps());
    json.writeEndObject();
  }

  private static void finding(JsonGenerator json, Exposure exposure, Listings listings) {
    Candidate candidate = exposure.candidate();
    NetworkInterface end = candidate.destination();
    json.writeStartObject();
    json.writeStringProperty("type", "NETWORK_REACHABILITY");
    json.writeStringProperty("severity", exposure.severity().name());
    json.writeStringProperty("title", NetworkTitle.of(exposure));
    end(json, candidate);
    json.writeStringProperty("sources", PortWords.sources(exposure.traffic()));
    clientPorts(json, exposure.clientPorts());
    json.writeArrayPropertyStart("recognizedServices");
    exposure.recognized().stream().map(RecognizedPorts::word).forEach(json::writeString);
    json.writeEndArray();
    json.writeArrayPropertyStart("resources");
    json.writeStartObject();
    json.writeStringProperty("id", end.instanceId().orElse(end.id()));
    json.writeStringProperty(
        "type", end.instanceId().isPresent() ? "AWS_EC2_INSTANCE" : "AWS_EC2_NETWORK_INTERFACE");
    origin(json, end, listings);
    json.writeEndObject();
    json.writeEndArray();
    details(json, exposure);
    json.writeName("remediation");
    remediation(json, exposure.remediation());
    json.writeEndObject();
  }

  /// Where the snapshot tells it.
  private static void origin(JsonGenerator json, NetworkInterface end, Listings listings) {
    Origin origin =
        end.instanceId()
            .map(listings::origin)
            .orElse(Origin.UNKNOWN)
            .or(listings.origin(end.id()))
            .or(listings.origin(end.subnetId()))
            .or(listings.origin(end.vpcId()));
    origin.account().ifPresent(id -> json.writeStringProperty("accountId", id));
    origin.region().ifPresent(name -> json.writeStringProperty("region", name));
  }

  /// All of its changes together.
  private static void remediation(JsonGenerator json, Remediation remediation) {
    json.writeStartObject();
    json.writeStringProperty("text", String.join("; ", RemediationWords.of(remediation)));
    json.writeArrayPropertyStart("changes");
    remediation.changes().forEach(change -> change(json, change));
    json.writeEndArray();
    json.writeArrayPropertyStart("alsoAffects");
    remediation.alsoAffects().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }

  /// What to revoke, and what to authorise for the same peer instead; or what entry to add.
  private static void change(JsonGenerator json, Remediation.Change change) {
    json.writeStartObject();
    switch (change) {
      case Remediation.Change.Revoke revoke -> {
        json.writeStringProperty("groupId", revoke.groupId());
        json.writeStringProperty("revoke", revoke.rule().id());
        json.writeName("authorize");
        services(json, revoke.keep());
      }
      case Remediation.Change.Deny deny -> {
        json.writeStringProperty("networkAclId", deny.aclId());
        json.writeNumberProperty("ruleNumber", deny.number());
        json.writeStringProperty("cidr", deny.peer().toString());
        json.writeName("deny");
        services(json, deny.services());
      }
      case Remediation.Change.DeleteRoute delete -> {
        json.writeStringProperty("routeTableId", delete.tableId());
        json.writeStringProperty(
            "deleteRoute", RemediationWords.destination(delete.route().destination()));
        json.writeStringProperty("target", delete.route().target().id());
      }
    }
    json.writeEndObject();
  }

  static void write(OutputStream out, List<Change> changes, List<Gap> gaps) throws IOException {
    PrettyJson.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("changes");
          changes.forEach(change -> change(json, change));
          json.writeEndArray();
          gaps(json, gaps);
          json.writeEndObject();
        });
  }

  private static void change(JsonGenerator json, Change change) {
    json.writeStartObject();
    json.writeStringProperty("source", change.source());
    json.writeStringProperty("route", change.route().name());
    json.writeStringProperty("interface", change.interfaceId());
    json.writeStringProperty("address", change.address().toString());
    traffic(json, "opened", change.opened());
    traffic(json, "closed", change.closed());
    json.writeBooleanProperty("mayOpenMore", change.undecided());
    json.writeEndObject();
  }

  private static void traffic(JsonGenerator json, String name, TrafficSet traffic) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("sources", PortWords.sources(traffic));
    json.writeName("services");
    services(json, traffic.anywhere());
    json.writeEndObject();
  }

  private static void details(JsonGenerator json, Exposure exposure) {
    json.writeObjectPropertyStart("networkReachabilityDetails");
    json.writeObjectPropertyStart("openPortRange");
    json.writeNumberProperty("begin", exposure.ports().first());
    json.writeNumberProperty("end", exposure.ports().last());
    json.writeEndObject();
    json.writeStringProperty("protocol", exposure.protocol().word().toUpperCase(Locale.ROOT));
    json.writeObjectPropertyStart("networkPath");
    json.writeArrayPropertyStart("steps");
    exposure.candidate().trail().hops().forEach(hop -> hop(json, hop));
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void gaps(JsonGenerator json, List<Gap> gaps) {
    json.writeArrayPropertyStart("notEvaluated");
    for (Gap gap : gaps) {
      json.writeStartObject();
      json.writeStringProperty("what", gap.what());
      json.writeStringProperty("why", gap.consequence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
