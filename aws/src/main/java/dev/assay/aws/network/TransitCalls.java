package dev.assay.aws.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SearchTransitGatewayRoutesResponse;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTable;

/// Transit gateways' route tables, and of each its routes and propagations: files that only their
/// name tells the table of.
record TransitCalls(NetworkCollector.Folder folder, Ec2Client ec2) {
  /// As many as one answer can have; there is no second page.
  private static final int MOST_ROUTES = 1_000;

  void collect() throws IOException {
    List<String> tables = new ArrayList<>();
    folder.pages(
        "ec2:DescribeTransitGatewayRouteTables",
        "transit-gateway-route-tables",
        ec2.describeTransitGatewayRouteTablesPaginator(),
        page ->
            page.transitGatewayRouteTables().stream()
                .map(TransitGatewayRouteTable::transitGatewayRouteTableId)
                .forEach(tables::add));
    for (String table : tables) {
      routes(table);
      folder.pages(
          "ec2:GetTransitGatewayRouteTablePropagations",
          "propagations-of-" + table,
          ec2.getTransitGatewayRouteTablePropagationsPaginator(
              ask -> ask.transitGatewayRouteTableId(table)));
    }
  }

  private void routes(String table) throws IOException {
    SearchTransitGatewayRoutesResponse answer =
        folder.call(
            "ec2:SearchTransitGatewayRoutes",
            () ->
                ec2.searchTransitGatewayRoutes(
                    ask ->
                        ask.transitGatewayRouteTableId(table)
                            .maxResults(MOST_ROUTES)
                            .filters(
                                Filter.builder()
                                    .name("state")
                                    .values("active", "blackhole")
                                    .build())));
    if (Boolean.TRUE.equals(answer.additionalRoutesAvailable())) {
      throw new CollectionFailedException(
          table + " has more than " + MOST_ROUTES + " routes, which one call does not tell",
          new IllegalStateException("AdditionalRoutesAvailable"));
    }
    folder.json("routes-of-" + table, SdkJson.bytes(answer));
  }
}
