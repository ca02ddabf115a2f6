package dev.assay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Columns for rows that are drawn one by one: as wide as their widest cell, the last one cut to
/// what is left of the line. A column without a single entry takes no room.
final class TableGrid {
  private static final String INDENT = "  ";
  private static final String GAP = "  ";
  private static final int LEAST_LAST = 14;

  /// A column's heading, and on which side its cells are lined up.
  record Column(String heading, Side side) {
    enum Side {
      LEFT,
      RIGHT
    }

    static Column left(String heading) {
      return new Column(heading, Side.LEFT);
    }

    static Column right(String heading) {
      return new Column(heading, Side.RIGHT);
    }
  }

  private final List<Column> columns;
  private final int[] widths;
  private final int lastWidth;

  TableGrid(List<Column> columns, List<List<String>> rows, int width) {
    this.columns = List.copyOf(columns);
    widths = new int[columns.size()];
    int used = INDENT.length();
    for (int i = 0; i < columns.size() - 1; i++) {
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
      }
      if (widths[i] > 0) {
        widths[i] = Math.max(widths[i], columns.get(i).heading().length());
        used += widths[i] + GAP.length();
      }
    }
    lastWidth = width - used;
  }

  String headings() {
    return row(columns.stream().map(Column::heading).toList(), text -> text);
  }

  /// `first` may colour the first cell, which is already padded.
  String row(List<String> cells, UnaryOperator<String> first) {
    StringBuilder line = new StringBuilder(INDENT);
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < widths.length - 1; i++) {
      if (widths[i] > 0) {
        boolean left = columns.get(i).side() == Column.Side.LEFT;
        String cell = cells.get(i);
        String padded =
            left ? TextWidth.padRight(cell, widths[i]) : TextWidth.padLeft(cell, widths[i]);
        shown.add(i == 0 ? first.apply(padded) : padded);
      }
    }
    if (lastWidth >= LEAST_LAST) {
      shown.add(TextWidth.cut(cells.getLast(), lastWidth));
    }
    return line.append(String.join(GAP, shown)).toString();
  }
}
