package dev.assay.inventory.runtime;

import dev.assay.model.runtime.RunningProcess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What came of reading one process.
///
/// @param sockets inodes of the sockets that it holds
/// @param contained whether it is in a container: the paths it names are not this host's
/// @param unseen why its files and sockets could not be read; null where they were
record SeenProcess(
    RunningProcess process, Set<String> sockets, boolean contained, @Nullable String unseen) {}
