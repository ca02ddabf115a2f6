package dev.assay.cli;

import dev.assay.feeds.FeedReport;
import dev.assay.feeds.FeedReport.PassedOver;
import dev.assay.report.PlainText;
import java.util.List;

/// Says what of the feed files was not imported, which a finished database does not know.
final class FeedReportText {
  private final FeedReport report;
  private final TextPage page;

  FeedReportText(FeedReport report, TextPage page) {
    this.report = report;
    this.page = page;
  }

  void write() {
    List<PassedOver> notRead =
        report.passedOver().stream()
            .filter(passed -> passed.kind() != PassedOver.Kind.NOT_A_FEED)
            .toList();
    if (!notRead.isEmpty()) {
      page.blank();
      page.line("NOT IMPORTED");
      notRead.forEach(this::notRead);
    }
  }

  private void notRead(PassedOver passed) {
    String text =
        switch (passed.kind()) {
          case LEFT_OUT ->
              "%s: left out: %s %s"
                  .formatted(passed.file(), TextPage.number(passed.count()), passed.what());
          case NOT_A_FEED, NOT_READ, UNRECOGNISED ->
              passed.count() == 1
                  ? "%s: %s".formatted(passed.example(), passed.what())
                  : "%s: %s documents: %s, for example %s"
                      .formatted(
                          passed.file(),
                          TextPage.number(passed.count()),
                          passed.what(),
                          passed.example());
        };
    page.line("  " + PlainText.line(text));
  }
}
