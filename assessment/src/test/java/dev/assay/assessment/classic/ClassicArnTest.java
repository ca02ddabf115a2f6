package dev.assay.assessment.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.assessment.classic.ClassicArn.Kind;
import dev.assay.assessment.classic.ClassicRefusal.InvalidInput;
import dev.assay.assessment.classic.target.ResourceGroup;
import dev.assay.assessment.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClassicArnTest {
  private static final Tenant TENANT = Tenant.of("123456789012", "cn-north-1");

  @Test
  void names_are_nested_and_read_back() {
    Random random = new Random(1);
    ClassicArn target = ClassicArn.of(TENANT, Kind.TARGET, ClassicId.random(random));
    ClassicArn template = target.within(Kind.TEMPLATE, ClassicId.random(random));
    ClassicArn run = template.within(Kind.RUN, ClassicId.random(random));
    ClassicArn finding = run.within(Kind.FINDING, ClassicId.random(random));
    assertThat(finding.parent().parent().parent()).isEqualTo(target);
    assertThat(ClassicArn.parse(finding.toString())).contains(finding);
    assertThat(finding.toString()).startsWith("arn:aws-cn:inspector:cn-north-1:123456789012:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "arn",
        "arn:aws:inspector:eu-west-1:123456789012:target/0-1234567",
        "arn:aws:inspector:eu-west-1:123456789012:target/0-123456789",
        "arn:aws:inspector:eu-west-1:123456789012:template/0-12345678",
        "arn:aws-cn:inspector:eu-west-1:123456789012:target/0-12345678",
        "arn:aws:inspector2:eu-west-1:123456789012:target/0-12345678",
        "arn:aws:inspector:eu-west-1:12345678901:target/0-12345678"
      })
  void what_is_no_name(String text) {
    assertThat(ClassicArn.parse(text)).isEmpty();
  }

  @Test
  void a_group_selects_by_any_tag_and_takes_each_key_once() {
    ResourceGroup group = group(new Attribute("env", "prod"), new Attribute("seen", null));
    assertThat(group.selects(Map.of("env", "prod", "x", "y"))).isTrue();
    assertThat(group.selects(Map.of("seen", ""))).isTrue();
    assertThat(group.selects(Map.of("env", "test"))).isFalse();
    assertThat(group.selects(Map.of())).isFalse();
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> group(new Attribute("a", "1"), new Attribute("a", "2")));
  }

  private static ResourceGroup group(Attribute... tags) {
    return new ResourceGroup(
        ClassicArn.of(TENANT, Kind.RESOURCE_GROUP, new ClassicId("0-12345678")),
        List.of(tags),
        Instant.EPOCH);
  }
}
