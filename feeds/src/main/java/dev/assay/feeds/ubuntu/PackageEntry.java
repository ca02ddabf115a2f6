package dev.assay.feeds.ubuntu;

import org.jspecify.annotations.Nullable;

/// One line of the tracker: `esm-infra/xenial_linux: ignored (was needed ESM criteria)`.
///
/// @param pocket the part of Ubuntu it is about, as written: `esm-infra/xenial`
/// @param note what stands in the parentheses, empty where nothing does
/// @param priority the package's own priority where it differs from the CVE's
record PackageEntry(
    String pocket, String name, String status, String note, @Nullable String priority) {}
