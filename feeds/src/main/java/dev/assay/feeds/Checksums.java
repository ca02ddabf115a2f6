package dev.assay.feeds;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a list as sha256sum(1) writes it: path → digest in hexadecimal.
final class Checksums {
  private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *](?:\\./)?(.+)");
  private static final int MOST = 100_000;

  private Checksums() {}

  static Map<String, String> read(InputStream input) throws IOException {
    Map<String, String> digests = new HashMap<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    for (String line = lines.readLine();
        line != null && digests.size() < MOST;
        line = lines.readLine()) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        digests.put(matcher.group(2), matcher.group(1));
      }
    }
    return digests;
  }
}
