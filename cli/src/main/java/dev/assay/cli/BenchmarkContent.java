package dev.assay.cli;

import dev.assay.agent.benchmark.BestPractices;
import dev.assay.scap.source.DataStream;
import dev.assay.scap.source.DataStreamReader;
import dev.assay.scap.source.FixReader;
import dev.assay.scap.source.RuleProse;
import dev.assay.scap.xccdf.Policy;
import dev.assay.scap.xccdf.Profile;
import dev.assay.scap.xccdf.Tailoring;
import dev.assay.scap.xml.MalformedContentException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tukaani.xz.XZInputStream;

/// A datastream read from a file, plain or compressed with xz, or Assay's own, which is named
/// `best-practices` where there is no such file.
record BenchmarkContent(Path file, DataStream content) {
  private static final int BUFFER = 1 << 16;
  private static final String PROFILE_PREFIX = "_profile_";
  private static final Path BEST_PRACTICES = Path.of("best-practices");

  static BenchmarkContent read(Path file) {
    if (!Files.isRegularFile(file) && !isOwn(file)) {
      throw new InputException("content " + file + " is not a file");
    }
    try (InputStream stream = opened(file)) {
      return new BenchmarkContent(file, DataStreamReader.read(stream));
    } catch (MalformedContentException | NumberFormatException malformed) {
      throw new InputException("content " + file + ": " + malformed.getMessage(), malformed);
    } catch (IOException failed) {
      throw new InputException(
          "content " + file + " cannot be read: " + IoFailure.words(failed), failed);
    }
  }

  /// The content with the profiles of a tailoring.
  BenchmarkContent tailored(Tailoring tailoring) {
    return new BenchmarkContent(file, content.tailored(tailoring));
  }

  /// The fixes of one system under a profile, by the ids of their rules.
  Map<String, String> fixes(String system, String profile) {
    try (InputStream stream = opened()) {
      return FixReader.read(stream, system, Policy.of(content.benchmark(), profile));
    } catch (IOException failed) {
      throw new InputException(
          "content " + file + " cannot be read: " + IoFailure.words(failed), failed);
    }
  }

  /// What the content says to people of its rules under a profile, by their ids.
  Map<String, RuleProse> prose(String profile) {
    try (InputStream stream = opened()) {
      return RuleProse.read(stream, Policy.of(content.benchmark(), profile));
    } catch (IOException failed) {
      throw new InputException(
          "content " + file + " cannot be read: " + IoFailure.words(failed), failed);
    }
  }

  /// The document, to be read again.
  InputStream opened() throws IOException {
    return opened(file);
  }

  private static boolean isOwn(Path file) {
    return file.equals(BEST_PRACTICES) && !Files.exists(file);
  }

  private static InputStream opened(Path file) throws IOException {
    if (isOwn(file)) {
      return BestPractices.open();
    }
    InputStream stream = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    return file.toString().endsWith(".xz") ? new XZInputStream(stream) : stream;
  }

  List<Profile> profiles() {
    return List.copyOf(content.benchmark().profiles().values());
  }

  /// The id of the profile that is named by its whole id or by the part after `_profile_`.
  String profile(String name) {
    return profiles().stream()
        .map(Profile::id)
        .filter(id -> id.equals(name) || id.endsWith(PROFILE_PREFIX + name))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "content "
                        + file
                        + " has no profile "
                        + name
                        + "; assay cis --content "
                        + file
                        + " --list-profiles shows those it has"));
  }
}
