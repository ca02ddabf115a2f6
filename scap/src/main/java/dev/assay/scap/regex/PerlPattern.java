package dev.assay.scap.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A Perl-compatible regular expression as OVAL content has them, run by `java.util.regex` in
/// bounded time: the characters it may look at are counted, and a match that nests too deep for
/// the stack ends too. Both become a [PatternException].
public final class PerlPattern {
  /// Characters one match may look at for each character of its subject, and at least.
  private static final long STEPS_PER_CHARACTER = 2_000;

  private static final long LEAST_STEPS = 5_000_000;
  private static final long MOST_STEPS = 200_000_000;

  private final String source;
  private final Pattern pattern;
  private final BitSet unset;

  private PerlPattern(String source, Pattern pattern) {
    this.source = source;
    this.pattern = pattern;
    this.unset = UnsetGroups.of(pattern.pattern());
  }

  /// How a pattern is read, beyond what it says itself.
  public enum Option {
    /// `^` and `$` match at the lines of the subject.
    MULTILINE,
    /// `.` matches a newline.
    SINGLELINE,
    /// Letters match both cases.
    IGNORE_CASE
  }

  /// Compiles a pattern.
  ///
  /// @throws PatternException if it is no pattern, or has what the JVM cannot express
  public static PerlPattern of(String source, Set<Option> options) {
    int flags = Pattern.UNIX_LINES;
    for (Option option : options) {
      flags |=
          switch (option) {
            case MULTILINE -> Pattern.MULTILINE;
            case SINGLELINE -> Pattern.DOTALL;
            case IGNORE_CASE -> Pattern.CASE_INSENSITIVE;
          };
    }
    try {
      String translated = Translation.of(source);
      // Where the dot matches everything, a match that begins with .* begins where the search does
      // or nowhere: Perl's own rule, without which looking in vain takes quadratic time.
      boolean anchored =
          options.contains(Option.SINGLELINE)
              && source.startsWith(".*")
              && !Alternatives.areIn(source);
      return new PerlPattern(
          source, Pattern.compile(anchored ? "\\G" + translated : translated, flags));
    } catch (PatternSyntaxException | StackOverflowError e) {
      throw new PatternException("Not a pattern that can be used: " + source);
    }
  }

  /// Whether the pattern matches anywhere in the subject.
  public boolean matches(CharSequence subject) {
    return search(subject).next().isPresent();
  }

  /// A search through the subject, match after match.
  public Search search(CharSequence subject) {
    long steps = Math.max(LEAST_STEPS, subject.length() * STEPS_PER_CHARACTER);
    return new Search(pattern.matcher(new CountedCharacters(subject, Math.min(steps, MOST_STEPS))));
  }

  /// The fixed text that every match at the start of a subject must begin with; empty where the
  /// pattern is not anchored.
  public String prefix() {
    return Translation.prefix(source);
  }

  /// The fixed texts with one of which every match at the start of a subject begins; one empty
  /// text where it can begin with anything.
  public List<String> beginnings() {
    return Beginnings.of(source);
  }

  /// A plain text that is in every match; empty where none is known.
  public String required() {
    return RequiredText.of(source);
  }

  /// One match: the whole and the groups that took part.
  public record Match(String whole, List<String> groups) {
    public Match {
      groups = List.copyOf(groups);
    }
  }

  /// The matches of a subject in order.
  public final class Search {
    private final Matcher matcher;

    private Search(Matcher matcher) {
      this.matcher = matcher;
    }

    /// The next match.
    ///
    /// @throws PatternException if looking for it takes too long
    public Optional<Match> next() {
      try {
        if (!matcher.find()) {
          return Optional.empty();
        }
      } catch (StackOverflowError | CountedCharacters.ExhaustedException e) {
        throw new PatternException("The pattern takes too long on what was read: " + source);
      }
      List<String> groups = new ArrayList<>();
      for (int i = 1; i <= matcher.groupCount(); i++) {
        String group = matcher.group(i);
        if (group != null && !unset.get(i)) {
          groups.add(group);
        }
      }
      return Optional.of(new Match(matcher.group(), groups));
    }
  }
}
