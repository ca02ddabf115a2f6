package dev.assay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Columns for rows that are drawn one by one: as wide as their widest cell, the last one cut to
/// what is left of the line. A column without a single entry takes no room; one that may shrink
/// gives way where the line is too narrow for all.
final class TableGrid {
  private static final String INDENT = "  ";
  private static final String GAP = "  ";
  private static final int LEAST_LAST = 14;
  private static final int LEAST_SHRUNK = 10;

  /// A column's heading, and how its cells are laid out.
  record Column(String heading, Layout layout) {
    enum Layout {
      LEFT,
      RIGHT,
      SHRINKS
    }

    static Column left(String heading) {
      return new Column(heading, Layout.LEFT);
    }

    static Column right(String heading) {
      return new Column(heading, Layout.RIGHT);
    }

    static Column shrinks(String heading) {
      return new Column(heading, Layout.SHRINKS);
    }
  }

  private final List<Column> columns;
  private final int[] widths;
  private final int lastWidth;
  private final int width;

  TableGrid(List<Column> columns, List<List<String>> rows, int width) {
    this.columns = List.copyOf(columns);
    this.width = width;
    widths = new int[columns.size()];
    for (int i = 0; i < columns.size() - 1; i++) {
      widths[i] = widest(i, rows);
    }
    int excess = used() - width;
    for (int i = 0; i < columns.size() - 1 && excess > 0; i++) {
      if (columns.get(i).layout() == Column.Layout.SHRINKS && widths[i] > LEAST_SHRUNK) {
        widths[i] = Math.max(LEAST_SHRUNK, widths[i] - excess);
      }
    }
    lastWidth = width - used() - GAP.length();
  }

  /// 0 where there is nothing in the column.
  private int widest(int column, List<List<String>> rows) {
    int widest = rows.stream().mapToInt(row -> TextWidth.of(row.get(column))).max().orElse(0);
    return widest == 0 ? 0 : Math.max(widest, columns.get(column).heading().length());
  }

  /// What all columns but the last take, with the gaps between them.
  private int used() {
    int used = 0;
    for (int columnWidth : widths) {
      used += columnWidth == 0 ? 0 : columnWidth + GAP.length();
    }
    return INDENT.length() + used - GAP.length();
  }

  String headings() {
    return row(columns.stream().map(Column::heading).toList(), text -> text);
  }

  /// `colour` may colour the first cell, which is already padded.
  String row(List<String> cells, UnaryOperator<String> colour) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < widths.length - 1; i++) {
      if (widths[i] > 0) {
        shown.add(cell(cells.get(i), i));
      }
    }
    if (lastWidth >= LEAST_LAST) {
      shown.add(TextWidth.cut(cells.getLast(), lastWidth));
    }
    String first = shown.removeFirst();
    int room = width - INDENT.length() - TextWidth.of(first) - GAP.length();
    String rest = TextWidth.cut(String.join(GAP, shown).stripTrailing(), Math.max(0, room));
    return INDENT + colour.apply(first) + GAP + rest;
  }

  private String cell(String text, int column) {
    String cut = TextWidth.cut(text, widths[column]);
    return columns.get(column).layout() == Column.Layout.RIGHT
        ? TextWidth.padLeft(cut, widths[column])
        : TextWidth.padRight(cut, widths[column]);
  }
}
