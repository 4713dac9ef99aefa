package tributary.generate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Purchases that will come back, by the day on which they do. */
final class PendingReturns {
  private final List<Queue<SaleLine>> byDay = new ArrayList<>();

  PendingReturns(int days) {
    for (int day = 0; day < days; day++) {
      byDay.add(new ArrayDeque<>());
    }
  }

  /** What would come back after the last day is forgotten. */
  void add(SaleLine purchase, int day) {
    if (day < byDay.size()) {
      byDay.get(day).add(purchase);
    }
  }

  /** Takes up to {@code most} purchases that come back today; the others come back tomorrow. */
  List<SaleLine> take(int day, long most) {
    Queue<SaleLine> today = byDay.get(day);
    List<SaleLine> taken = new ArrayList<>();
    while (taken.size() < most && !today.isEmpty()) {
      taken.add(today.remove());
    }
    today.forEach(purchase -> add(purchase, day + 1));
    today.clear();
    return taken;
  }
}
