package dev.assay.feeds.endoflife;

import dev.assay.feeds.MalformedRecordException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The forms that products come in.
enum Form {
  /// The project's own files: YAML between two lines of `---`, then prose.
  MARKDOWN,
  /// The first API: an array of cycles, of a product that only the file's name tells.
  CYCLE_ARRAY,
  /// The second API: one product, or all of them.
  API,
  OTHER;

  private static final Pattern PERMALINK = Pattern.compile("^permalink: */", Pattern.MULTILINE);
  private static final Pattern CATEGORY = Pattern.compile("^category: ", Pattern.MULTILINE);
  private static final Pattern CYCLE = Pattern.compile("\\A\\[\\s*\\{[^{}]*\"cycle\"\\s*:");
  private static final Pattern END_OF_YAML = Pattern.compile("^---\\s*$", Pattern.MULTILINE);

  static Form of(String head) {
    if (head.startsWith("---")) {
      boolean product = PERMALINK.matcher(head).find() && CATEGORY.matcher(head).find();
      return product ? MARKDOWN : OTHER;
    }
    if (CYCLE.matcher(head).find()) {
      return CYCLE_ARRAY;
    }
    boolean api =
        head.startsWith("{")
            && head.contains("\"schema_version\"")
            && head.contains("\"result\"")
            && head.contains("\"versionCommand\"");
    return api ? API : OTHER;
  }

  /// The YAML before a Markdown document.
  static String frontMatter(String text) {
    int begin = text.indexOf('\n') + 1;
    Matcher end = END_OF_YAML.matcher(text);
    if (begin == 0 || !end.find(begin)) {
      throw new MalformedRecordException("The YAML before the prose has no end");
    }
    return text.substring(begin, end.start());
  }
}
