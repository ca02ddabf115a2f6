package dev.assay.scap.xccdf;

import dev.assay.scap.xml.Element;
import dev.assay.scap.xml.ElementReader;
import dev.assay.scap.xml.MalformedContentException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Profiles that an organisation adds to a benchmark (XCCDF 1.2, section 6.7).
public record Tailoring(List<Profile> profiles) {
  private static final Set<String> PROSE = Set.of("description", "metadata", "status");

  public Tailoring {
    profiles = List.copyOf(profiles);
  }

  /// Reads an XCCDF Tailoring document, or a datastream that holds one.
  ///
  /// @throws MalformedContentException if it is neither
  public static Tailoring read(InputStream document) {
    ElementReader reader = ElementReader.over(document);
    while (reader.nextStart()) {
      if (reader.name().equals("Tailoring")) {
        Element root = reader.tree(PROSE::contains);
        return new Tailoring(root.all("Profile").stream().map(ProfileReader::read).toList());
      }
    }
    throw new MalformedContentException("This is no XCCDF tailoring: it has no Tailoring element.");
  }

  /// The benchmark with these profiles. One of the id of the profile it extends takes its place.
  public Benchmark of(Benchmark benchmark) {
    Map<String, Profile> all = new LinkedHashMap<>(benchmark.profiles());
    for (Profile profile : profiles) {
      Profile base = benchmark.profiles().get(profile.id());
      if (base != null && profile.base().equals(profile.id())) {
        List<Profile.Setting> settings = new ArrayList<>(base.settings());
        settings.addAll(profile.settings());
        all.put(profile.id(), new Profile(profile.id(), profile.title(), base.base(), settings));
      } else {
        all.put(profile.id(), profile);
      }
    }
    return benchmark.withProfiles(all);
  }
}
