package tributary.recommend.svdpp;

import tributary.recommend.matrix.SparseMatrix;

/** Expects ratings. */
public interface RatingModel {
  /**
   * The expected rating, within the range of the ratings it was fitted to.
   *
   * @param user a user of the training, or -1 for one who was not in it
   * @param item an item of the training, or -1
   */
  double predict(int user, int item);

  /** How far it is from ratings that it has not seen. */
  default RatingErrors errors(SparseMatrix ratings) {
    RatingErrors errors = RatingErrors.NONE;
    for (int user = 0; user < ratings.rowCount(); user++) {
      for (int at = ratings.start(user); at < ratings.end(user); at++) {
        errors = errors.plus(ratings.value(at) - predict(user, ratings.column(at)));
      }
    }
    return errors;
  }
}
