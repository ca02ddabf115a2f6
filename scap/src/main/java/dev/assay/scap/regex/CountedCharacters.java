package dev.assay.scap.regex;

/// A subject that ends a match which looks at it too often.
final class CountedCharacters implements CharSequence {
  private final CharSequence subject;
  private long left;

  CountedCharacters(CharSequence subject, long steps) {
    this.subject = subject;
    this.left = steps;
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new ExhaustedException();
    }
    return subject.charAt(index);
  }

  @Override
  public int length() {
    return subject.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return subject.subSequence(start, end);
  }

  @Override
  public String toString() {
    return subject.toString();
  }

  /// The steps are used up.
  static final class ExhaustedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExhaustedException() {
      super("steps", null, false, false);
    }
  }
}
