package dev.assay.network.reader;

import dev.assay.network.snapshot.Gap;
import dev.assay.network.snapshot.Listings;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the files of a snapshot, in any order. A file is known by its top-level key, whatever its
/// name; what cannot be read is a [Gap] of the snapshot, and so is what is not modelled.
public final class SnapshotReader {
  private final Collected collected = new Collected();
  private final Map<String, Consumer<Json>> known = new HashMap<>();
  /// Answers that are of something which only what is beside them, or their file, names.
  private final Map<String, BiConsumer<String, Json>> byFile = new HashMap<>();

  private final Map<String, String> unmodelled = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> broken = new HashSet<>();
  private final ListingReader listings = new ListingReader();
  private final Map<String, Map<String, String>> tags = new TreeMap<>();
  private boolean brokenFile;

  /// Keys of answers that are beside the components.
  private static final Set<String> ASIDE =
      Set.of(
          "NextToken",
          "NextMarker",
          "ResponseMetadata",
          "OwnerId",
          "AdditionalRoutesAvailable",
          "TransitGatewayRouteTableId",
          "TargetGroupArn",
          "LoadBalancerArn",
          "LoadBalancerName");

  public SnapshotReader() {
    ComponentReader components = new ComponentReader(collected);
    known.put("Vpcs", components::vpc);
    known.put("Subnets", components::subnet);
    known.put("Reservations", components::reservation);
    known.put("Instances", components::instance);
    known.put("NetworkInterfaces", components::networkInterface);
    known.put("SecurityGroups", group -> put(GroupReader.read(group)));
    known.put("NetworkAcls", components::acl);
    known.put(
        "RouteTables",
        table -> {
          var read = RouteTableReader.read(table);
          collected.routeTables.put(read.id(), read);
        });
    known.put("InternetGateways", components::internetGateway);
    known.put("VpnGateways", components::vpnGateway);
    known.put("VpnConnections", components::vpnConnection);
    known.put("VpcPeeringConnections", components::peering);
    known.put("PrefixLists", components::prefixList);
    known.put("VpcBlockPublicAccessOptions", components::blockPublicAccess);
    known.put("VpcBlockPublicAccessExclusions", components::exclusion);
    // Neither admits a packet that nobody inside asked for, so nothing is missing without them.
    known.put("NatGateways", nothing -> {});
    known.put("EgressOnlyInternetGateways", nothing -> {});
    known.put("Addresses", nothing -> {});
    known.put("CustomerGateways", nothing -> {});
    known.put("VpcEndpoints", components::endpoint);
    known.put("CallsNotKnown", this::notKnown);
    addTransit(collected.transit);
    addBalancers(collected.balancers, collected.classicBalancers);
    String link = "what arrives through Direct Connect is not evaluated";
    unmodelled.put("VirtualInterfaces", link);
    unmodelled.put("DirectConnectGateways", link);
    unmodelled.put("DirectConnectGatewayAssociations", link);
    unmodelled.put("Connections", link);
  }

  private void addTransit(TransitReader transit) {
    known.put("TransitGateways", transit::gateway);
    known.put("TransitGatewayAttachments", transit::attachment);
    known.put("TransitGatewayVpcAttachments", transit::vpcAttachment);
    known.put("TransitGatewayPeeringAttachments", transit::peering);
    known.put("TransitGatewayRouteTables", transit::table);
    known.put("TransitGatewayStaticRoutes", answer -> transit.searched("", answer));
    known.put("TransitGatewayPropagations", answer -> transit.propagations("", answer));
    byFile.put("Routes", transit::searched);
    byFile.put("TransitGatewayRouteTablePropagations", transit::propagations);
  }

  private void addBalancers(BalancerReader newer, ClassicBalancerReader classic) {
    known.put("LoadBalancers", newer::balancer);
    known.put("Listeners", newer::listener);
    known.put("LoadBalancerListeners", newer::listeners);
    known.put("Rules", newer::rule);
    known.put("TargetGroups", newer::group);
    known.put("LoadBalancerTargetHealth", answer -> newer.health("", answer));
    known.put("LoadBalancerDescriptions", classic::balancer);
    known.put("TagDescriptions", this::tags);
    byFile.put("TargetHealthDescriptions", newer::health);
    byFile.put("Attributes", newer::attributes);
    byFile.put("InstanceStates", classic::states);
  }

  /// What `assay network --aws` writes of a region that does not know a call.
  private void notKnown(Json call) {
    String action = call.need("Action");
    gap(
        action + " in " + call.need("Region"),
        "the region does not know this call: what it describes is taken not to be there"
            + (action.startsWith("directconnect:")
                ? ", and what arrives through Direct Connect is not evaluated"
                : ""));
  }

  /// Batfish keeps a list of the newer balancers' attributes under the key of a classic one's.
  private void balancerAttributes(String name, Json root, JsonNode attributes) {
    if (attributes.isArray()) {
      new Json(attributes)
          .elements()
          .forEach(
              each ->
                  one(
                      name,
                      "LoadBalancerAttributes",
                      each,
                      it -> collected.balancers.attributes(name, it)));
    } else {
      one(
          name,
          "LoadBalancerAttributes",
          root,
          it -> collected.classicBalancers.attributes(name, it));
    }
  }

  private void put(dev.assay.network.snapshot.SecurityGroup group) {
    collected.groups.put(group.id(), group);
  }

  /// Reads one file; `name` is what people are to know it by. Never throws for what is in it.
  public void read(String name, InputStream content) {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(content);
    } catch (JacksonException cut) {
      brokenFile = true;
      gap(name, "it is not whole JSON, and nothing of it was read: " + firstLine(cut));
      return;
    }
    if (root.isArray()) {
      listings.found(name, Guess.keyOf(root), new Json(root));
      list(name, Guess.keyOf(root), root);
    } else if (root.isObject()) {
      root.propertyNames().stream()
          .filter(key -> !ASIDE.contains(key))
          .forEach(key -> answer(name, key, root));
    } else {
      gap(name, "it holds no description, and nothing of it was read");
    }
  }

  /// Changes what was read: what has an id known already is replaced, and see [SnapshotChange].
  ///
  /// @throws IllegalArgumentException in one line, where the change cannot be made
  public void change(InputStream content) {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(content);
    } catch (JacksonException cut) {
      throw new IllegalArgumentException("it is not whole JSON: " + firstLine(cut), cut);
    }
    if (!root.isObject()) {
      throw new IllegalArgumentException("it is not a JSON object");
    }
    int gaps = collected.gaps.size();
    SnapshotChange change = new SnapshotChange(collected);
    for (String key : root.propertyNames()) {
      if (SnapshotChange.KEYS.contains(key)) {
        change.apply(key, new Json(root));
      } else {
        answer("the change", key, root);
      }
    }
    if (collected.gaps.size() > gaps) {
      throw new IllegalArgumentException(collected.gaps.getLast().consequence());
    }
  }

  private void answer(String name, String key, JsonNode root) {
    BiConsumer<String, Json> reader = byFile.get(capital(key));
    if (reader != null) {
      listings.found(name, capital(key), new Json(root));
      one(name, key, new Json(root), whole -> reader.accept(name, whole));
    } else if (capital(key).equals("LoadBalancerAttributes")) {
      balancerAttributes(name, new Json(root), root.get(key));
    } else {
      listings.found(name, capital(key), new Json(root));
      list(name, key, root.get(key));
    }
  }

  private static String capital(String key) {
    return key.isEmpty() ? key : Character.toUpperCase(key.charAt(0)) + key.substring(1);
  }

  private void list(String name, String key, JsonNode records) {
    String capital = capital(key);
    Consumer<Json> reader = known.get(capital);
    if (reader != null) {
      seen.add(capital);
      List<Json> all =
          records.isArray() ? new Json(records).elements() : List.of(new Json(records));
      all.forEach(record -> one(name, capital, record, reader));
      return;
    }
    String consequence = unmodelled.get(capital);
    if (consequence == null) {
      gap(name, "its '" + key + "' is not modelled, and was not read");
    } else if (!records.isEmpty()) {
      gap(key + " in " + name, consequence);
    }
  }

  private void one(String name, String key, Json record, Consumer<Json> reader) {
    try {
      reader.accept(record);
      listings.read(name, key, record);
    } catch (RuntimeException unusable) {
      broken.add(key);
      listings.broken(name, capital(key));
      gap(name, "one of its " + key + " cannot be used: " + firstLine(unusable));
    }
  }

  private static String firstLine(RuntimeException problem) {
    return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
  }

  /// Names a file that the caller could not open.
  public void unreadable(String name, String why) {
    brokenFile = true;
    gap(name, "it could not be read: " + why);
  }

  private void gap(String what, String consequence) {
    collected.gaps.add(new Gap(what, consequence));
  }

  private void tags(Json described) {
    described
        .text("ResourceArn")
        .or(() -> described.text("LoadBalancerName"))
        .ifPresent(of -> tags.put(of, ComponentReader.tags(described)));
  }

  /// The tags of load balancers, by what the snapshot knows each by.
  public Map<String, Map<String, String>> balancerTags() {
    return Map.copyOf(tags);
  }

  /// What the files read so far list whole.
  public Listings listings() {
    return listings.listings();
  }

  /// Everything read so far, with what is missing in it.
  public NetworkSnapshot snapshot() {
    List<Gap> gaps = new ArrayList<>(collected.gaps);
    gaps.addAll(Dangling.in(collected));
    Missing.consequences()
        .forEach(
            (key, consequence) -> {
              if (!seen.contains(key)) {
                gaps.add(new Gap(key, consequence));
              }
            });
    if (!isWhole("NetworkAcls")) {
      collected.forgetDefaultAcls();
    }
    if (!isWhole("RouteTables")) {
      collected.forgetMainTables();
    }
    return collected.snapshot(gaps, isWhole("InternetGateways"), balancersWhole());
  }

  private boolean balancersWhole() {
    return !brokenFile
        && Stream.of(
                "LoadBalancers",
                "Listeners",
                "LoadBalancerListeners",
                "Rules",
                "TargetGroups",
                "LoadBalancerTargetHealth",
                "TargetHealthDescriptions",
                "LoadBalancerDescriptions",
                "NetworkInterfaces")
            .noneMatch(broken::contains);
  }

  private boolean isWhole(String key) {
    return !brokenFile && seen.contains(key) && !broken.contains(key);
  }
}
