package tributary.input.draft;

import java.util.List;

/**
 * Lines of a text: those it begins with, and some from further on.
 *
 * @param encodings as the profile's option names them
 * @param encoding how sure the encoding is, and why
 * @param first the lines it begins with
 * @param further lines of its middle and its end
 * @param isWhole whether the first lines are all
 * @param endsOpen whether the last line lacks its line break
 */
record TextSample(
    String encodings,
    Finding encoding,
    List<String> first,
    List<List<String>> further,
    boolean isWhole,
    boolean endsOpen) {
  TextSample {
    first = List.copyOf(first);
    further = List.copyOf(further);
  }
}
