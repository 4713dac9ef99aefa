package tributary.recommend;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of recommendations.
 *
 * @param judgement which recommender was best, in words; nothing when there was nothing to
 *     recommend
 * @param searched which parameters were best and how good they are, in words
 * @param combinations the best of those that were tried, for a table
 */
public record Recommended(
    Optional<String> judgement, List<String> searched, List<Map<String, Object>> combinations) {
  public Recommended {
    searched = List.copyOf(searched);
    combinations = List.copyOf(combinations);
  }
}
