/// The settings of a server: from flags, the environment and a file, in that order of weight; each
/// known by name, and a wrong one named in one line.
@NullMarked
package dev.assay.server.setting;

import org.jspecify.annotations.NullMarked;
