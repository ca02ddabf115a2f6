package dev.assay.feeds.ubuntu;

import dev.assay.model.CvssScore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A CVE as the tracker has it, in whichever form it was written.
///
/// @param withdrawn not null where the CVE was rejected. The tracker does not say when: the CVE's
///     own date stands for it
/// @param problems parts that could not be read
record TrackerRecord(
    String candidate,
    String description,
    @Nullable String priority,
    List<CvssScore> cvss,
    List<String> references,
    @Nullable Instant published,
    @Nullable Instant withdrawn,
    boolean disputed,
    List<PackageEntry> entries,
    List<String> problems) {}
