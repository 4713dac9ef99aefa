package tributary.segment.identity;

import static java.util.Objects.requireNonNull;

/**
 * What happened to a segment.
 *
 * @param type what it was
 * @param segmentId the segment's id: of a split the one that was split, of a merger the one that
 *     died
 * @param segmentName its name
 * @param otherSegmentId of a split the newborn segment, of a merger the one that took it in; null
 *     of all else
 * @param otherSegmentName its name, or null
 * @param customers of a birth or death all that the segment has or had; of all else those who came
 *     from the published segment to the new one
 * @param shareOfSegment the customers as a share of the segment's customers who are in both
 *     windows, 0 when there is none; of a birth or death 1
 * @param message the event in words
 */
public record SegmentEvent(
    EventType type,
    String segmentId,
    String segmentName,
    String otherSegmentId,
    String otherSegmentName,
    long customers,
    double shareOfSegment,
    String message) {
  public SegmentEvent {
    requireNonNull(type, "type is null");
    requireNonNull(segmentId, "segmentId is null");
    requireNonNull(segmentName, "segmentName is null");
    requireNonNull(message, "message is null");
  }
}
