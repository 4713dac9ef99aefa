package tributary.segment.rules;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * A classification tree (CART: Breiman, Friedman, Olshen and Stone, 1984) as its leaves. Its
 * thresholds are made readable: any number between the same two customers parts the ones it is made
 * from in the same way. Neighbouring leaves of one segment become one.
 */
final class SegmentTree {
  private static final int DEPTH = 4;
  private static final float SMALLEST_LEAF = 5;
  private static final float LEAST_DECREASE = 0;
  private static final float ALL_FEATURES = 1;
  private static final long SEED = 1;

  private static final LabelFactory LABELS = new LabelFactory();

  private final List<String> features;
  private final ImmutableFeatureMap columns;

  private SegmentTree(List<String> features, ImmutableFeatureMap columns) {
    this.features = features;
    this.columns = columns;
  }

  /**
   * @param customers in an order that decides between equally good trees; at least one
   */
  static List<Leaf> fit(List<String> features, List<LabelledCustomer> customers) {
    CARTClassificationTrainer trainer =
        new CARTClassificationTrainer(
            DEPTH, SMALLEST_LEAF, LEAST_DECREASE, ALL_FEATURES, false, new GiniIndex(), SEED);
    TreeModel<Label> model = trainer.train(dataset(features, customers));
    return new SegmentTree(features, model.getFeatureIDMap())
        .leaves(model.getRoot(), customers, Region.ALL);
  }

  private static MutableDataset<Label> dataset(
      List<String> features, List<LabelledCustomer> customers) {
    OffsetDateTime noTime = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    MutableDataset<Label> dataset =
        new MutableDataset<>(new SimpleDataSourceProvenance("customers", noTime, LABELS), LABELS);
    String[] names = features.toArray(String[]::new);
    for (LabelledCustomer customer : customers) {
      Label label = new Label(Integer.toString(customer.cluster()));
      dataset.add(new ArrayExample<>(label, names, customer.features()));
    }
    return dataset;
  }

  /**
   * @param here the customers of the region
   */
  private List<Leaf> leaves(Node<Label> node, List<LabelledCustomer> here, Region region) {
    if (node instanceof LeafNode<Label> leaf) {
      return List.of(new Leaf(region, Integer.parseInt(leaf.getOutput().getLabel())));
    }
    SplitNode<Label> split = (SplitNode<Label>) node;
    int feature = features.indexOf(columns.get(split.getFeatureID()).getName());
    Map<Boolean, List<LabelledCustomer>> sides =
        here.stream()
            .collect(
                Collectors.partitioningBy(each -> each.features()[feature] > split.splitValue()));
    List<LabelledCustomer> low = sides.get(false);
    List<LabelledCustomer> high = sides.get(true);
    if (low.isEmpty() || high.isEmpty()) {
      return leaves(
          low.isEmpty() ? split.getGreaterThan() : split.getLessThanOrEqual(), here, region);
    }
    double threshold = threshold(feature, low, high);
    return joined(
        leaves(split.getLessThanOrEqual(), low, region.atMost(feature, threshold)),
        leaves(split.getGreaterThan(), high, region.above(feature, threshold)),
        region);
  }

  private static double threshold(
      int feature, List<LabelledCustomer> low, List<LabelledCustomer> high) {
    return RoundNumber.between(
        low.stream().mapToDouble(each -> each.features()[feature]).max().orElseThrow(),
        high.stream().mapToDouble(each -> each.features()[feature]).min().orElseThrow());
  }

  private static List<Leaf> joined(List<Leaf> low, List<Leaf> high, Region region) {
    if (low.size() == 1 && high.size() == 1 && low.get(0).cluster() == high.get(0).cluster()) {
      return List.of(new Leaf(region, low.get(0).cluster()));
    }
    return Stream.concat(low.stream(), high.stream()).toList();
  }
}
