package dev.assay.network.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.network.snapshot.Listings;
import dev.assay.network.snapshot.Origin;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OriginReaderTest {
  private static final String INSTANCES =
      """
      {"Reservations": [{"OwnerId": "111122223333", "Instances": [{"InstanceId": "i-1",
        "State": {"Name": "running"}, "Placement": {"AvailabilityZone": "us-gov-west-1b"}}]},
        {"Instances": [{"InstanceId": "i-2", "State": {"Name": "running"}}]}]}
      """;

  private static Listings read(String file, String json) {
    SnapshotReader reader = new SnapshotReader();
    reader.read(file, new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    return reader.listings();
  }

  private static Origin of(String account, String region) {
    return new Origin(Optional.of(account), Optional.of(region));
  }

  @Test
  void what_a_description_says_of_itself_goes_before_the_folders() {
    Listings listings = read("444455556666/eu-west-1/instances.json", INSTANCES);

    assertThat(listings.origin("i-1")).isEqualTo(of("111122223333", "us-gov-west-1"));
    assertThat(listings.origin("i-2")).isEqualTo(of("444455556666", "eu-west-1"));
  }

  @Test
  void folders_are_known_in_any_nesting_and_other_names_say_nothing() {
    assertThat(read("prod/ap-southeast-2/4444/444455556666/a.json", INSTANCES).origin("i-2"))
        .isEqualTo(of("444455556666", "ap-southeast-2"));
    assertThat(read("prod/web-1/instances.json", INSTANCES).origin("i-2"))
        .isEqualTo(Origin.UNKNOWN);
  }

  @Test
  void an_arn_says_both_and_a_local_zone_is_of_its_region() {
    String subnet =
        """
        {"Subnets": [{"SubnetId": "subnet-1", "VpcId": "vpc-1", "OwnerId": "444455556666",
          "AvailabilityZone": "us-west-2-lax-1a"},
          {"SubnetId": "subnet-2", "VpcId": "vpc-1", "OwnerId": "nobody",
           "SubnetArn": "arn:aws-cn:ec2:cn-north-1:111122223333:subnet/subnet-2"}]}
        """;
    Listings listings = read("subnets.json", subnet);

    assertThat(listings.origin("subnet-1")).isEqualTo(of("444455556666", "us-west-2"));
    assertThat(listings.origin("subnet-2")).isEqualTo(of("111122223333", "cn-north-1"));
    assertThat(listings.origin("subnet-3")).isEqualTo(Origin.UNKNOWN);
  }
}
