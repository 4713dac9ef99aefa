package tributary.recommend.tuning;

import java.util.function.IntPredicate;
import tributary.recommend.matrix.SparseMatrix;

/**
 * Ratings in five equal parts by the hash of user and item, so that nothing but the ratings and the
 * seed decides: one is held out of everything, four are cut into three folds.
 *
 * @param ratings users in rows, items in columns
 * @param seed another makes other parts
 */
record RatingFolds(SparseMatrix ratings, long seed) {
  static final int FOLDS = 3;

  /** 3 of them, a fifth, are held out; of the other 12 each fold has 4. */
  private static final int CELLS = 15;

  private static final int HELD_OUT = CELLS / 5;

  /** All but what is held out. */
  SparseMatrix known() {
    return where(cell -> cell >= HELD_OUT);
  }

  /** A fifth. */
  SparseMatrix heldOut() {
    return where(cell -> cell < HELD_OUT);
  }

  /** What is known without a fold. */
  SparseMatrix without(int fold) {
    return where(cell -> cell >= HELD_OUT && cell % FOLDS != fold);
  }

  /** A third of what is known. */
  SparseMatrix fold(int fold) {
    return where(cell -> cell >= HELD_OUT && cell % FOLDS == fold);
  }

  private SparseMatrix where(IntPredicate isKept) {
    boolean[] kept = new boolean[ratings.size()];
    for (int user = 0; user < ratings.rowCount(); user++) {
      for (int at = ratings.start(user); at < ratings.end(user); at++) {
        kept[at] = isKept.test(cell(user, ratings.column(at)));
      }
    }
    return ratings.where(kept);
  }

  /** By the finaliser of MurmurHash3. */
  private int cell(int user, int item) {
    long hash = ((long) user << Integer.SIZE | item) ^ seed * 0x9e3779b97f4a7c15L;
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return (int) Long.remainderUnsigned(hash ^ hash >>> 33, CELLS);
  }
}
