package tributary.recommend.svdpp;

import tributary.recommend.matrix.Factors;
import tributary.recommend.matrix.SparseMatrix;

/**
 * What SVD++ learnt of ratings: r(u, i) = mean + b(u) + b(i) + q(i) . (p(u) + |N(u)|^-1/2 sum of
 * y(j) over the items j that u rated), within the range of the ratings it saw.
 *
 * @param mean of all ratings
 * @param lowest rating
 * @param highest rating
 * @param userBiases b(u)
 * @param itemBiases b(i)
 * @param users p(u)
 * @param items q(i)
 * @param implicit y(j)
 * @param taste what a user's items are multiplied with: p(u) and the implicit factors of its items
 */
public record SvdPlusPlusModel(
    double mean,
    double lowest,
    double highest,
    double[] userBiases,
    double[] itemBiases,
    Factors users,
    Factors items,
    Factors implicit,
    Factors taste)
    implements RatingModel {
  static SvdPlusPlusModel of(
      SparseMatrix ratings,
      double[] userBiases,
      double[] itemBiases,
      Factors users,
      Factors items,
      Factors implicit) {
    return new SvdPlusPlusModel(
        ratings.mean(),
        ratings.lowest(),
        ratings.highest(),
        userBiases,
        itemBiases,
        users,
        items,
        implicit,
        taste(ratings, users, implicit));
  }

  /** What an item's factors are multiplied with, for each user. */
  static Factors taste(SparseMatrix ratings, Factors users, Factors implicit) {
    int rank = users.rank();
    double[] values = users.values().clone();
    for (int user = 0; user < users.count(); user++) {
      double scale = 1 / Math.sqrt(Math.max(1, ratings.size(user)));
      for (int at = ratings.start(user); at < ratings.end(user); at++) {
        int item = ratings.column(at) * rank;
        for (int f = 0; f < rank; f++) {
          values[user * rank + f] += scale * implicit.values()[item + f];
        }
      }
    }
    return new Factors(users.count(), rank, values);
  }

  @Override
  public double predict(int user, int item) {
    return Math.min(highest, Math.max(lowest, score(user, item)));
  }

  /** The expected rating, before it is put into the range of ratings: what items are ranked by. */
  public double score(int user, int item) {
    double score = mean;
    if (user >= 0) {
      score += userBiases[user];
    }
    if (item >= 0) {
      score += itemBiases[item];
    }
    return user >= 0 && item >= 0 ? score + taste.dot(user, items, item) : score;
  }

  /** Scores of all items for a user, into an array as long as there are items. */
  public void score(int user, double[] scores) {
    for (int item = 0; item < itemBiases.length; item++) {
      scores[item] = score(user, item);
    }
  }
}
