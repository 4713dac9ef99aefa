package tributary.recommend.svdpp;

import tributary.recommend.matrix.Factors;
import tributary.recommend.matrix.SparseMatrix;

/** SVD++ as it is written down: every step moves the implicit factors of all the user's items. */
final class Naive {
  private Naive() {}

  static SvdPlusPlusModel fit(SparseMatrix ratings, SvdPlusPlusParams params) {
    // Without epochs the model is what was drawn.
    SvdPlusPlusModel drawn = SvdPlusPlus.fit(ratings, params.withEpochs(0));
    double[] userBiases = drawn.userBiases().clone();
    double[] itemBiases = drawn.itemBiases().clone();
    double[] p = drawn.users().values().clone();
    double[] q = drawn.items().values().clone();
    double[] y = drawn.implicit().values().clone();
    int rank = params.nFactors();
    for (int epoch = 0; epoch < params.nEpochs(); epoch++) {
      for (int u = 0; u < ratings.rowCount(); u++) {
        double root = Math.sqrt(ratings.size(u));
        for (int at = ratings.start(u); at < ratings.end(u); at++) {
          int i = ratings.column(at);
          double[] feedback = feedback(ratings, u, y, rank);
          double dot = 0;
          for (int f = 0; f < rank; f++) {
            dot += q[i * rank + f] * (p[u * rank + f] + feedback[f]);
          }
          double error = ratings.value(at) - (ratings.mean() + userBiases[u] + itemBiases[i] + dot);
          userBiases[u] +=
              params.learning().bu() * (error - params.regularization().bu() * userBiases[u]);
          itemBiases[i] +=
              params.learning().bi() * (error - params.regularization().bi() * itemBiases[i]);
          for (int f = 0; f < rank; f++) {
            double pf = p[u * rank + f];
            double qf = q[i * rank + f];
            p[u * rank + f] +=
                params.learning().pu() * (error * qf - params.regularization().pu() * pf);
            q[i * rank + f] +=
                params.learning().qi()
                    * (error * (pf + feedback[f]) - params.regularization().qi() * qf);
            for (int other = ratings.start(u); other < ratings.end(u); other++) {
              int j = ratings.column(other) * rank + f;
              y[j] +=
                  params.learning().yj()
                      * (error * qf / root - params.regularization().yj() * y[j]);
            }
          }
        }
      }
    }
    return SvdPlusPlusModel.of(
        ratings,
        userBiases,
        itemBiases,
        new Factors(ratings.rowCount(), rank, p),
        new Factors(ratings.columnCount(), rank, q),
        new Factors(ratings.columnCount(), rank, y));
  }

  static double score(SvdPlusPlusModel model, SparseMatrix ratings, int user, int item) {
    int rank = model.items().rank();
    double[] feedback = feedback(ratings, user, model.implicit().values(), rank);
    double score = model.mean() + model.userBiases()[user] + model.itemBiases()[item];
    for (int f = 0; f < rank; f++) {
      score +=
          model.items().values()[item * rank + f]
              * (model.users().values()[user * rank + f] + feedback[f]);
    }
    return score;
  }

  private static double[] feedback(SparseMatrix ratings, int user, double[] y, int rank) {
    double[] sum = new double[rank];
    for (int at = ratings.start(user); at < ratings.end(user); at++) {
      for (int f = 0; f < rank; f++) {
        sum[f] += y[ratings.column(at) * rank + f] / Math.sqrt(ratings.size(user));
      }
    }
    return sum;
  }
}
