package dev.assay.report;

import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.model.NotEvaluated;
import dev.assay.report.TableGrid.Column;
import dev.assay.report.TablePen.Tone;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What is installed, one line per package, for people.
final class TableInventoryWriter implements InventoryWriter {
  private static final List<Column> COLUMNS =
      List.of(
          Column.shrinks("PACKAGE"),
          Column.shrinks("VERSION"),
          Column.left("ARCH"),
          Column.left("STATE"),
          Column.left("SOURCE"));

  private final TableStyle style;

  TableInventoryWriter(TableStyle style) {
    this.style = style;
  }

  @Override
  public void write(InventoryReport report, OutputStream out) throws IOException {
    TablePen pen = new TablePen(style);
    for (Inventory inventory : report.inventories()) {
      pen.separate();
      draw(pen, inventory);
    }
    out.write(pen.drawn().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void draw(TablePen pen, Inventory inventory) {
    pen.wrapped(Tone.HEADING, "", 2, PlainText.line(inventory.target()));
    pen.wrapped(
        Tone.PLAIN,
        "  ",
        2,
        "%s; %s; %s"
            .formatted(
                PlainText.line(Words.system(inventory.os())),
                PlainText.line(Words.kernel(inventory.kernel())),
                Words.count(inventory.packages().size(), "package")));
    for (NotEvaluated gap : inventory.notEvaluated()) {
      pen.wrapped(
          Tone.WARNING,
          "!  ",
          5,
          "not read: %s: %s".formatted(PlainText.line(gap.what()), PlainText.line(gap.why())));
    }
    List<List<String>> rows =
        inventory.packages().stream().map(TableInventoryWriter::cells).toList();
    if (rows.isEmpty()) {
      return;
    }
    TableGrid grid = new TableGrid(COLUMNS, rows, pen.width());
    pen.blank();
    pen.line(pen.toned(Tone.FAINT, grid.headings().stripTrailing()));
    rows.forEach(row -> pen.line(grid.row(row, text -> text)));
  }

  private static List<String> cells(InstalledPackage installed) {
    boolean ownSource =
        installed.sourceName().equals(installed.name())
            && installed.sourceVersion().equals(installed.version());
    boolean installedState = installed.state() == dev.assay.model.PackageState.INSTALLED;
    return List.of(
        PlainText.line(installed.name()),
        PlainText.line(installed.version()),
        PlainText.line(installed.architecture()),
        installedState ? "" : installed.state().word(),
        ownSource ? "" : PlainText.line(installed.sourceName() + " " + installed.sourceVersion()));
  }
}
