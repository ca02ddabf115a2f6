package dev.assay.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.TrafficSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PortWordsTest {
  private static final TrafficSet PUBLIC_IPV4 = InternetSources.PUBLIC.and(of("0.0.0.0/0"));

  @Test
  void the_whole_internet_is_one_word() {
    assertThat(PortWords.sources(PUBLIC_IPV4)).isEqualTo("any public IPv4");
    assertThat(PortWords.sources(InternetSources.PUBLIC))
        .isEqualTo("any public IPv4, any public IPv6");
  }

  @Test
  void what_few_blocks_are_missing_from_is_told_by_these() {
    assertThat(PortWords.sources(PUBLIC_IPV4.minus(of("198.51.100.0/24", "203.0.113.7/32"))))
        .isEqualTo("any public IPv4 but 198.51.100.0/24, 203.0.113.7/32");
    assertThat(PortWords.sources(of("2000::/3").minus(of("2001:db8::/32"))))
        .isEqualTo("any public IPv6 but 2001:db8::/32");
  }

  @Test
  void what_is_not_public_is_told_beside_it() {
    assertThat(PortWords.sources(PUBLIC_IPV4.or(of("10.0.0.0/8"))))
        .isEqualTo("any public IPv4, 10.0.0.0/8");
  }

  @Test
  void a_few_blocks_are_told_themselves() {
    assertThat(PortWords.sources(of("203.0.113.0/24", "2001:db8::/64")))
        .isEqualTo("203.0.113.0/24, 2001:db8::/64");
    assertThat(PortWords.sources(TrafficSet.NONE)).isEmpty();
  }

  private static TrafficSet of(String... blocks) {
    return TrafficSet.of(Stream.of(blocks).map(Cidr::parse).toList());
  }
}
