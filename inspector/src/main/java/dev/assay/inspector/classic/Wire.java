package dev.assay.inspector.classic;

import dev.assay.assessment.classic.ClassicRefusal.InvalidInput;
import dev.assay.assessment.classic.Described;
import dev.assay.assessment.classic.DurationRange;
import dev.assay.assessment.classic.Invalid;
import dev.assay.assessment.classic.NamePattern;
import dev.assay.assessment.classic.TimeRange;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.classic.template.TemplateDraft;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.inspector.Attribute;
import dev.assay.awsapi.inspector.FailedItemDetails;
import dev.assay.awsapi.inspector.FailedItemErrorCode;
import dev.assay.awsapi.inspector.Locale;
import dev.assay.awsapi.inspector.Tag;
import dev.assay.awsapi.inspector.TimestampRange;
import dev.assay.awsapi.value.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values that several operations have, between the API's form and the service's.
final class Wire {
  private Wire() {}

  static Tenant tenant(Caller caller) {
    return Tenant.of(caller.accountId(), caller.region());
  }

  static <T> List<T> listed(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  static List<dev.assay.assessment.classic.Attribute> attributes(
      @Nullable List<Attribute> attributes) {
    return listed(attributes).stream()
        .map(one -> new dev.assay.assessment.classic.Attribute(one.key(), one.value()))
        .toList();
  }

  static List<Attribute> wireAttributes(List<dev.assay.assessment.classic.Attribute> attributes) {
    return attributes.stream()
        .map(one -> Attribute.builder().key(one.key()).value(one.value()).build())
        .toList();
  }

  static List<Tag> wireTags(List<dev.assay.assessment.classic.Attribute> tags) {
    return tags.stream()
        .map(one -> Tag.builder().key(one.key()).value(one.value()).build())
        .toList();
  }

  static @Nullable NamePattern pattern(@Nullable String text) {
    return text == null ? null : new NamePattern(text);
  }

  static TimeRange range(@Nullable TimestampRange range) {
    return range == null ? TimeRange.ALWAYS : new TimeRange(range.beginDate(), range.endDate());
  }

  static DurationRange range(dev.assay.awsapi.inspector.@Nullable DurationRange range) {
    return range == null
        ? DurationRange.ANY
        : new DurationRange(range.minSeconds(), range.maxSeconds());
  }

  static List<RulesPackage> rulesPackages(@Nullable List<String> arns, Tenant tenant) {
    return TemplateDraft.packages(listed(arns), tenant.region());
  }

  static List<String> arns(List<RulesPackage> rules, Tenant tenant) {
    return rules.stream().map(one -> one.arn(tenant.region()).toString()).toList();
  }

  /// English is the only language there is.
  static void require(@Nullable Locale locale) {
    if (locale != null && !locale.equals(Locale.EN_US)) {
      throw new InvalidInput(Invalid.INVALID_LOCALE, "The only locale is EN_US");
    }
  }

  static Map<String, FailedItemDetails> failed(Map<String, Described.Failure> failed) {
    Map<String, FailedItemDetails> details = new HashMap<>();
    failed.forEach(
        (arn, why) ->
            details.put(arn, new FailedItemDetails(FailedItemErrorCode.of(why.name()), false)));
    return details;
  }
}
