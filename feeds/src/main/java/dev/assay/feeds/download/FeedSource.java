package dev.assay.feeds.download;

/// Where files of a feed come from.
public sealed interface FeedSource permits RemoteFile, RpmRepository, RpmRepositories {}
