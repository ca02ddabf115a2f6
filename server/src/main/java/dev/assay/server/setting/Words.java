package dev.assay.server.setting;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what people write for numbers, sizes and times; the messages say what was expected.
final class Words {
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(KiB|MiB|GiB|)");

  private Words() {}

  static Function<String, Integer> number(int least, int most) {
    return words -> {
      try {
        int number = Integer.parseInt(words);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException no) {
        // said below
      }
      throw new IllegalArgumentException("a number from " + least + " to " + most);
    };
  }

  static Duration time(String words) {
    Matcher time = TIME.matcher(words);
    if (!time.matches()) {
      throw new IllegalArgumentException("a time such as 500ms, 30s, 5m or 1h");
    }
    long number = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }

  static Function<String, Integer> size(long least, long most) {
    return words -> {
      Matcher size = SIZE.matcher(words);
      if (size.matches()) {
        long bytes =
            Long.parseLong(size.group(1))
                << switch (size.group(2)) {
                  case "KiB" -> 10;
                  case "MiB" -> 20;
                  case "GiB" -> 30;
                  default -> 0;
                };
        if (bytes >= least && bytes <= most) {
          return Math.toIntExact(bytes);
        }
      }
      throw new IllegalArgumentException(
          "a size such as 16KiB or 64MiB, from " + least + " to " + most + " bytes");
    };
  }

  static Path path(String words) {
    try {
      if (!words.isEmpty()) {
        return Path.of(words);
      }
    } catch (InvalidPathException no) {
      // said below
    }
    throw new IllegalArgumentException("a path");
  }

  static InetAddress address(String words) {
    try {
      if (!words.isEmpty()) {
        return InetAddress.getByName(words);
      }
    } catch (UnknownHostException no) {
      // said below
    }
    throw new IllegalArgumentException("an address of this machine, or 0.0.0.0 for all");
  }

  static List<String> list(String words) {
    List<String> all = Arrays.stream(words.split(",", -1)).map(String::strip).toList();
    if (all.contains("")) {
      throw new IllegalArgumentException("names separated by commas");
    }
    return all;
  }

  static <E extends Enum<E>> Function<String, E> choice(Class<E> choices) {
    return words ->
        Arrays.stream(choices.getEnumConstants())
            .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(words))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        String.join(
                            " or ",
                            Arrays.stream(choices.getEnumConstants())
                                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                                .toList())));
  }

  static <T> Function<String, T> parsed(Function<String, T> parse, String expected) {
    return words -> {
      try {
        return parse.apply(words);
      } catch (IllegalArgumentException no) {
        throw new IllegalArgumentException(expected, no);
      }
    };
  }

  static String text(String words) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a text");
    }
    return words;
  }

  /// The address of a service: a scheme, a host, maybe a port and a path, and nothing more.
  static URI endpoint(String words) {
    try {
      URI uri = URI.create(words);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawQuery() == null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (IllegalArgumentException no) {
      // said below
    }
    throw new IllegalArgumentException("https://HOST, or http://HOST:PORT");
  }
}
