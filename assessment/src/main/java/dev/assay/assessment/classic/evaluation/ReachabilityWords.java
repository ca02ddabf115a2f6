package dev.assay.assessment.classic.evaluation;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.finding.ReachablePorts;
import dev.assay.assessment.finding.ReachablePorts.ExpectedService;
import dev.assay.assessment.finding.ReachablePorts.Step;
import dev.assay.assessment.reachability.Listeners.Listener;
import dev.assay.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What findings say of ports that can be reached. Titles and the keys of attributes are those of
/// Inspector's samples, where there is one; the rest is ours.
final class ReachabilityWords {
  private static final int LONGEST_VALUE = 256;

  private final AssessedHost host;
  private final ReachablePorts ports;

  ReachabilityWords(AssessedHost host, ReachablePorts ports) {
    this.host = host;
    this.ports = ports;
  }

  /// Ports that are one exposure: open at an interface by the same groups.
  record Exposed(String networkInterface, String entry, String groups) {}

  Exposed exposed() {
    return new Exposed(ports.networkInterface(), ports.entry().id(), groups());
  }

  RuleFinding recognised(
      ExpectedService service, String rule, Severity severity, @Nullable Listener listener) {
    List<Attribute> attributes = attributes(rule);
    attributes.add(attribute("PORT", Integer.toString(service.port())));
    attributes.add(attribute("PORT_GROUP_NAME", service.name()));
    addListener(attributes, listener);
    return finding(
        "Recognized port reachable from " + origin(),
        "On instance "
            + host.id()
            + ", "
            + ports.protocol()
            + " port "
            + service.port()
            + " which is associated with '"
            + service.name()
            + "' is reachable from "
            + source(),
        listens(listener, rule),
        Integer.toString(service.port()),
        severity,
        attributes);
  }

  RuleFinding unrecognised(Listener listener) {
    List<Attribute> attributes = attributes("UnrecognizedPortWithListener");
    attributes.add(attribute("PORT", Integer.toString(listener.port())));
    addListener(attributes, listener);
    return finding(
        "Unrecognized port with listener reachable from " + origin(),
        "On instance "
            + host.id()
            + ", process '"
            + listener.process()
            + "' is listening on "
            + ports.protocol()
            + " port "
            + listener.port()
            + " which is not associated with any common service and is reachable from "
            + source(),
        listens(listener, ""),
        Integer.toString(listener.port()),
        Severity.LOW,
        attributes);
  }

  /// @param all the ports of one exposure
  RuleFinding exposure(List<ReachablePorts> all) {
    String ranges =
        all.stream()
            .map(each -> each.protocol() + " " + each.ports())
            .distinct()
            .collect(Collectors.joining(", "));
    List<Attribute> attributes = attributes("NetworkExposure");
    attributes.add(attribute("PORT", ranges));
    return finding(
        "Network exposure from " + origin(),
        "On instance " + host.id() + ", ports are reachable from " + source() + ": " + ranges,
        "",
        ranges,
        Severity.INFORMATIONAL,
        attributes);
  }

  private RuleFinding finding(
      String id,
      String title,
      String detail,
      String port,
      Severity severity,
      List<Attribute> attributes) {
    return new RuleFinding(
        id,
        cut(title, 1_000),
        detail
            + "The network interface "
            + ports.networkInterface()
            + " can be reached from "
            + ports.sources()
            + " by this way: "
            + ports.path().stream().map(Step::id).collect(Collectors.joining(" → "))
            + ".",
        recommendation(port),
        ClassicSeverity.of(severity),
        RuleFinding.CERTAIN,
        attributes);
  }

  private static String listens(@Nullable Listener listener, String rule) {
    if (listener == null) {
      return rule.equals("RecognizedPortNoListener") ? "Nothing listens on the port. " : "";
    }
    String of = listener.packageName() == null ? "" : " of the package " + listener.packageName();
    return "The process '" + listener.process() + "'" + of + " listens on the port. ";
  }

  private String recommendation(String port) {
    String groups = groups();
    String change = String.join("; ", ports.remediation());
    if (groups.isEmpty() || ports.remediation().isEmpty()) {
      return "Change what lets it in on the way: a network ACL, a route or a load balancer.";
    }
    return "You can edit the Security Group "
        + groups
        + " to remove access from "
        + source()
        + " on port "
        + port
        + ". The smallest change that does: "
        + change
        + ".";
  }

  private String source() {
    return switch (ports.route()) {
      case INTERNET -> "the internet";
      case PEERED_VPC -> "a peered VPC";
      case VGW -> "a VPN gateway";
    };
  }

  private String origin() {
    return switch (ports.route()) {
      case INTERNET -> "internet";
      case PEERED_VPC -> "peered VPC";
      case VGW -> "VPN gateway";
    };
  }

  private List<Attribute> attributes(String rule) {
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(attribute("INSTANCE_ID", host.id()));
    attributes.add(attribute("RULE_TYPE", rule));
    attributes.add(attribute("REACHABILITY_TYPE", reachability()));
    attributes.add(attribute("PROTOCOL", ports.protocol().name()));
    if (ports.vpcId() != null) {
      attributes.add(attribute("VPC", ports.vpcId()));
    }
    attributes.add(attribute("ENI", ports.networkInterface()));
    add(attributes, "ACL", steps("AWS::EC2::NetworkAcl"));
    add(attributes, "SECURITY_GROUP", groups());
    attributes.add(attribute(entry(), ports.entry().id()));
    Step balancer = ports.balancer();
    if (balancer != null) {
      attributes.add(attribute("LOAD_BALANCER", balancer.id()));
    }
    return attributes;
  }

  private static void add(List<Attribute> attributes, String key, String value) {
    if (!value.isEmpty()) {
      attributes.add(attribute(key, value));
    }
  }

  private static void addListener(List<Attribute> attributes, @Nullable Listener listener) {
    if (listener != null) {
      add(attributes, "PROCESS_NAME", listener.process());
      add(attributes, "PACKAGE_NAME", listener.packageName() == null ? "" : listener.packageName());
    }
  }

  private String reachability() {
    return switch (ports.route()) {
      case INTERNET -> "Internet";
      case PEERED_VPC -> "PeeredVPC";
      case VGW -> "VGW";
    };
  }

  private String entry() {
    return switch (ports.route()) {
      case INTERNET -> "IGW";
      case PEERED_VPC -> "PEERING";
      case VGW -> "VGW";
    };
  }

  private String groups() {
    return steps("AWS::EC2::SecurityGroup");
  }

  private String steps(String type) {
    return ports.path().stream()
        .filter(step -> step.type().equals(type))
        .map(Step::id)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /// An attribute's value has at most 256 characters; what was cut off ends in an ellipsis.
  private static Attribute attribute(String key, String value) {
    return new Attribute(key, cut(value, LONGEST_VALUE));
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
