/// FIRST's exploit prediction scores (EPSS): the daily CSV, JSON and the scores that
/// VulnerableCode's records repeat. It must know nothing of any other feed; which of two scores of
/// one vulnerability is the newer is for the database to decide by their dates.
@NullMarked
package dev.assay.feeds.epss;

import org.jspecify.annotations.NullMarked;
