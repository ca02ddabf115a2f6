package dev.assay.cli;

import dev.assay.network.Candidate.Outcome;
import dev.assay.report.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Paths as an SVG picture, from left to right: what is open in red with its ports at the end, what
/// is closed in grey up to the component that closes it, what is not decided dashed.
final class NetworkPicture {
  private static final int BOX_WIDTH = 168;
  private static final int BOX_HEIGHT = 40;
  private static final int COLUMN = 196;
  private static final int ROW = 62;
  private static final int MARGIN = 16;
  private static final int WORDS_WIDTH = 330;
  private static final int MOST_LETTERS = 22;
  private static final int LINE = 15;

  /// How small a page may make it.
  private static final int SMALLEST_PERCENT = 70;

  private final StringBuilder svg = new StringBuilder();
  private int y = MARGIN;

  private NetworkPicture() {}

  /// The parts of the picture are drawn one below the other.
  static String of(List<PathTree> trees) {
    NetworkPicture picture = new NetworkPicture();
    trees.forEach(tree -> picture.draw(tree, 0));
    int columns = trees.stream().mapToInt(PathTree::depth).max().orElse(1);
    int width = 2 * MARGIN + columns * COLUMN + WORDS_WIDTH;
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" style=\"min-width:%dpx\" font-family=\"system-ui, sans-serif\""
                + " role=\"img\">%n",
            width,
            picture.y,
            width,
            picture.y,
            width * SMALLEST_PERCENT / 100)
        + "<title>Paths</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
        + picture.svg
        + "</svg>\n";
  }

  /// Draws what is behind a component, then the component beside the middle of that.
  ///
  /// @return the height of its middle
  private int draw(PathTree tree, int column) {
    int right = MARGIN + column * COLUMN + BOX_WIDTH;
    int first = -1;
    int last = -1;
    List<Integer> middles = new ArrayList<>();
    for (PathTree next : tree.next) {
      int middle = draw(next, column + 1);
      first = first < 0 ? middle : first;
      last = middle;
      middles.add(middle);
    }
    for (PathTree.Ending ending : tree.endings) {
      int height = Math.max(ROW, ending.words().size() * LINE + LINE);
      int middle = y + height / 2;
      words(right + 12, middle, ending);
      first = first < 0 ? middle : first;
      last = middle;
      y += height;
    }
    int middle = first < 0 ? y : (first + last) / 2;
    for (int index = 0; index < middles.size(); index++) {
      line(right, middle, middles.get(index), tree.next.get(index).outcome());
    }
    box(tree, MARGIN + column * COLUMN, middle - BOX_HEIGHT / 2);
    return middle;
  }

  private void line(int x, int from, int to, Outcome outcome) {
    int half = x + (COLUMN - BOX_WIDTH) / 2;
    svg.append(
        String.format(
            Locale.ROOT,
            "<path d=\"M%d %dH%dV%dH%d\" fill=\"none\" stroke=\"%s\" stroke-width=\"%d\"%s/>%n",
            x,
            from,
            half,
            to,
            x + COLUMN - BOX_WIDTH,
            colour(outcome),
            outcome == Outcome.REACHABLE ? 3 : 2,
            dashes(outcome)));
  }

  private void box(PathTree tree, int x, int top) {
    Outcome outcome = tree.outcome();
    boolean stops = !tree.endings.isEmpty() && outcome == Outcome.NOT_REACHABLE;
    svg.append(
        String.format(
            Locale.ROOT,
            "<g><title>%s</title><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\""
                + " fill=\"%s\" stroke=\"%s\" stroke-width=\"%d\"%s/>%n",
            escaped(tree.kind + " " + tree.id),
            x,
            top,
            BOX_WIDTH,
            BOX_HEIGHT,
            stops ? "#e8edf2" : "#fff",
            colour(outcome),
            stops ? 3 : 2,
            dashes(outcome)));
    text(x + 10, top + 17, 12, "#1b2733", "600", shortened(tree.id));
    text(x + 10, top + 32, 11, "#56677a", "400", words(tree.kind));
    svg.append("</g>\n");
  }

  private void words(int x, int middle, PathTree.Ending ending) {
    int top = middle - (ending.words().size() - 1) * LINE / 2 + 4;
    for (String line : ending.words()) {
      text(x, top, 12, colour(ending.outcome()), "600", line);
      top += LINE;
    }
  }

  private void text(int x, int at, int size, String colour, String weight, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" font-size=\"%d\" fill=\"%s\" font-weight=\"%s\">%s</text>%n",
            x,
            at,
            size,
            colour,
            weight,
            escaped(words)));
  }

  private static String colour(Outcome outcome) {
    return switch (outcome) {
      case REACHABLE -> "#b3261e";
      case NOT_REACHABLE -> "#56677a";
      case NOT_EVALUATED -> "#8a5a00";
    };
  }

  private static String dashes(Outcome outcome) {
    return outcome == Outcome.NOT_EVALUATED ? " stroke-dasharray=\"6 4\"" : "";
  }

  /// Of an ARN, what people named: `app/shop`.
  private static String shortened(String id) {
    String name = id;
    if (id.startsWith("arn:")) {
      String[] parts = id.substring(id.lastIndexOf(':') + 1).split("/");
      name = parts.length > 3 ? parts[1] + "/" + parts[2] : parts[Math.min(1, parts.length - 1)];
    }
    return name.length() <= MOST_LETTERS
        ? name
        : name.substring(0, 8) + "…" + name.substring(name.length() - MOST_LETTERS + 9);
  }

  /// `AWS::EC2::NetworkAcl` in words.
  private static String words(String kind) {
    return kind.substring(kind.lastIndexOf(':') + 1)
        .replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
        .replace("Acl", "ACL");
  }

  static String escaped(String text) {
    return PlainText.line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
