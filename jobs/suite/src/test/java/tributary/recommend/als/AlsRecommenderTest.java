package tributary.recommend.als;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import tributary.recommend.matrix.Factors;
import tributary.recommend.matrix.SparseMatrix;

class AlsRecommenderTest {
  @Test
  void explainsScoresOfPurchasesThatCancelOutButForRounding() {
    ImplicitAlsParams params = ImplicitAlsParams.defaults().withRank(2).withAlpha(0.7);
    SparseMatrix bought =
        SparseMatrix.of(1, 4, new int[3], new int[] {0, 1, 2}, new double[] {0.3, 0.1, 0.2});
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      double one = random.nextDouble();
      double two = random.nextDouble();
      Factors items = new Factors(4, 2, new double[] {one, two, one, -two, one, -two, one, two});
      ImplicitAlsModel model =
          new ImplicitAlsModel(ImplicitAls.customers(bought, items, params), items);

      assertThat(new AlsRecommender(model, bought, params).because(0, new int[] {3})).hasSize(1);
    }
  }
}
