/// Support dates of Debian's and Ubuntu's releases from Debian's distro-info-data. It must know
/// nothing of any other feed.
@NullMarked
package dev.assay.feeds.distroinfo;

import org.jspecify.annotations.NullMarked;
