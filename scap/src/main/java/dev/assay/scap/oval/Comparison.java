package dev.assay.scap.oval;

import dev.assay.scap.regex.PatternException;
import dev.assay.scap.regex.PerlPattern;
import dev.assay.version.DebVersion;
import dev.assay.version.RpmVersion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Compares a value found with a value stated, by datatype and operation (OVAL 5.11.2, section
/// 5.3.6.3.1). What cannot be compared is an error, never false.
final class Comparison {
  private final Map<String, PerlPattern> patterns = new ConcurrentHashMap<>();

  Truth compare(String datatype, Operation operation, String found, String stated) {
    if (operation == Operation.PATTERN_MATCH) {
      return matches(found, stated);
    }
    try {
      return switch (datatype) {
        case "int" -> integers(operation, found.strip(), stated.strip());
        case "float" ->
            ordered(
                operation, new BigDecimal(found.strip()).compareTo(new BigDecimal(stated.strip())));
        case "boolean" -> ordered(operation, Boolean.compare(bool(found), bool(stated)));
        case "version" -> ordered(operation, versions(found, stated));
        case "evr_string" ->
            ordered(
                operation,
                RpmVersion.parse(found).sortKey().compareTo(RpmVersion.parse(stated).sortKey()));
        case "debian_evr_string" ->
            ordered(
                operation,
                DebVersion.parse(found).sortKey().compareTo(DebVersion.parse(stated).sortKey()));
        case "ipv4_address", "ipv6_address" ->
            AddressBlock.compare(operation, AddressBlock.of(found), AddressBlock.of(stated));
        case "binary" ->
            strings(operation, found.toLowerCase(Locale.ROOT), stated.toLowerCase(Locale.ROOT));
        default -> strings(operation, found, stated);
      };
    } catch (IllegalArgumentException e) {
      return Truth.ERROR;
    }
  }

  PerlPattern pattern(String source) {
    return patterns.computeIfAbsent(source, text -> PerlPattern.of(text, Set.of()));
  }

  private Truth matches(String found, String stated) {
    try {
      return Truth.of(pattern(stated).matches(found));
    } catch (PatternException e) {
      return Truth.ERROR;
    }
  }

  private static Truth strings(Operation operation, String found, String stated) {
    return switch (operation) {
      case EQUALS -> Truth.of(found.equals(stated));
      case NOT_EQUAL -> Truth.of(!found.equals(stated));
      case CASE_INSENSITIVE_EQUALS -> Truth.of(found.equalsIgnoreCase(stated));
      case CASE_INSENSITIVE_NOT_EQUAL -> Truth.of(!found.equalsIgnoreCase(stated));
      case GREATER_THAN,
          LESS_THAN,
          GREATER_THAN_OR_EQUAL,
          LESS_THAN_OR_EQUAL,
          BITWISE_AND,
          BITWISE_OR,
          PATTERN_MATCH,
          SUBSET_OF,
          SUPERSET_OF ->
          Truth.ERROR;
    };
  }

  private static Truth integers(Operation operation, String found, String stated) {
    if (operation == Operation.EQUALS && isPlain(found) && isPlain(stated)) {
      return Truth.of(found.equals(stated));
    }
    BigInteger left = new BigInteger(found);
    BigInteger right = new BigInteger(stated);
    return switch (operation) {
      case BITWISE_AND -> Truth.of(left.and(right).equals(right));
      case BITWISE_OR -> Truth.of(left.or(right).equals(right));
      default -> ordered(operation, left.compareTo(right));
    };
  }

  /// Whether a number is written as everybody would: equal ones then have equal texts.
  private static boolean isPlain(String number) {
    if (number.isEmpty() || (number.charAt(0) == '0' && number.length() > 1)) {
      return false;
    }
    for (int i = 0; i < number.length(); i++) {
      if (number.charAt(i) < '0' || number.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static Truth ordered(Operation operation, int order) {
    return switch (operation) {
      case EQUALS, CASE_INSENSITIVE_EQUALS -> Truth.of(order == 0);
      case NOT_EQUAL, CASE_INSENSITIVE_NOT_EQUAL -> Truth.of(order != 0);
      case GREATER_THAN -> Truth.of(order > 0);
      case LESS_THAN -> Truth.of(order < 0);
      case GREATER_THAN_OR_EQUAL -> Truth.of(order >= 0);
      case LESS_THAN_OR_EQUAL -> Truth.of(order <= 0);
      case BITWISE_AND, BITWISE_OR, PATTERN_MATCH, SUBSET_OF, SUPERSET_OF -> Truth.ERROR;
    };
  }

  private static boolean bool(String text) {
    return switch (text.strip()) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  /// Numbers between anything that is no digit, compared one by one.
  private static int versions(String found, String stated) {
    String[] left = found.split("[^0-9]+");
    String[] right = stated.split("[^0-9]+");
    for (int i = 0; i < Math.max(left.length, right.length); i++) {
      int order = part(left, i).compareTo(part(right, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static BigInteger part(String[] parts, int i) {
    return i < parts.length && !parts[i].isEmpty() ? new BigInteger(parts[i]) : BigInteger.ZERO;
  }
}
