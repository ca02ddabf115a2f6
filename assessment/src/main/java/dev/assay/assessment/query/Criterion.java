package dev.assay.assessment.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One criterion on findings. It holds for a finding if any of its conditions does; of texts, the
/// `NOT_EQUALS` ones must hold all, beside any of the others.
public sealed interface Criterion {

  record OfText(TextFacet facet, List<TextCondition> conditions) implements Criterion {
    public OfText {
      conditions = List.copyOf(conditions);
    }
  }

  record OfDate(DateFacet facet, List<DateRange> ranges) implements Criterion {
    public OfDate {
      ranges = List.copyOf(ranges);
    }
  }

  record OfNumber(NumberFacet facet, List<NumberRange> ranges) implements Criterion {
    public OfNumber {
      ranges = List.copyOf(ranges);
    }
  }

  /// The resource has any of the tags.
  record OfTags(List<TagCondition> conditions) implements Criterion {
    public OfTags {
      conditions = List.copyOf(conditions);
    }
  }

  /// Any one affected package fits any one of the conditions.
  record OfPackages(List<PackageCondition> conditions) implements Criterion {
    public OfPackages {
      conditions = List.copyOf(conditions);
    }
  }

  /// The open ports overlap any of the ranges; only findings of network reachability have ports.
  record OfPorts(List<PortRange> ranges) implements Criterion {
    public OfPorts {
      ranges = List.copyOf(ranges);
    }
  }

  /// How a text is compared.
  enum Comparison {
    EQUALS,
    PREFIX,
    NOT_EQUALS
  }

  record TextCondition(Comparison comparison, String value) {}

  /// Both ends included; null is open.
  record DateRange(@Nullable Instant from, @Nullable Instant to) {}

  /// Both ends included; null is open.
  record NumberRange(@Nullable Double from, @Nullable Double to) {}

  /// A tag's key, and its value where that matters.
  record TagCondition(String key, @Nullable String value) {}

  /// Both ends included; null is open.
  record PortRange(@Nullable Integer from, @Nullable Integer to) {}

  /// All parts that are given must hold for the same package.
  record PackageCondition(
      @Nullable TextCondition name,
      @Nullable TextCondition version,
      @Nullable NumberRange epoch,
      @Nullable TextCondition release,
      @Nullable TextCondition architecture,
      @Nullable TextCondition filePath,
      @Nullable TextCondition sourceLayerHash,
      @Nullable TextCondition sourceLambdaLayerArn) {}
}
