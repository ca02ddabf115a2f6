package dev.assay.scap.oval;

import org.jspecify.annotations.Nullable;

/// A definition and its criteria; null criteria are those of a deprecated or empty definition.
public record Definition(
    String id, String title, String definitionClass, @Nullable Criteria criteria) {}
