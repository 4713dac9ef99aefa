package tributary.insight.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts that many rows share, each written once; rows have its place in the list. */
final class Listing {
  private final Map<Object, Integer> places = new LinkedHashMap<>();

  /** The text's place, from 0. */
  int place(Object text) {
    return places.computeIfAbsent(text, ignored -> places.size());
  }

  List<Object> texts() {
    return List.copyOf(places.keySet());
  }
}
