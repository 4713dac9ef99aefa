package tributary.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.ranking.CategoryPopularity;
import tributary.recommend.ranking.GroupPopularity;
import tributary.recommend.ranking.HeldOut;
import tributary.recommend.ranking.Popularity;

/**
 * Who bought what, as it is known now and as it was known at the beginning of the last days, which
 * are held out. Customers and products go by numbers from 0.
 */
final class Purchases {
  /** What {@link Pair#weightNow} is counted in. */
  private static final double MILLIONTHS = 1e6;

  private final List<Pair> pairs = new ArrayList<>();
  private final Groups segmentsNow = new Groups();
  private final Groups segmentsKnown = new Groups();
  private final Groups categories = new Groups();
  private final Exclusions exclusions = new Exclusions();
  private int customers;
  private int products;

  /**
   * All purchases of a product by a customer.
   *
   * @param customer its number
   * @param product its number
   * @param weightNow purchases in millionths, each worth less the older it is
   * @param weightKnown the same without the days that are held out; 0 when there were none
   * @param netNow amount paid less what was given back
   * @param netKnown the same without the days that are held out
   * @param ageNow days from the latest purchase to the last day
   * @param ageKnown days from the latest purchase before the days that are held out to their
   *     beginning; -1 when there was none
   */
  record Pair(
      int customer,
      int product,
      long weightNow,
      long weightKnown,
      double netNow,
      double netKnown,
      int ageNow,
      int ageKnown) {}

  /** Adds a pair. */
  void add(Pair pair) {
    pairs.add(pair);
    seeCustomer(pair.customer());
    seeProduct(pair.product());
  }

  /** Makes room for a customer, who may have bought nothing. */
  void seeCustomer(int customer) {
    customers = Math.max(customers, customer + 1);
  }

  /** Makes room for a product, which nobody may have bought. */
  void seeProduct(int product) {
    products = Math.max(products, product + 1);
  }

  /** The segment that each customer is in now. */
  Groups segmentsNow() {
    return segmentsNow;
  }

  /** The segment that each customer was in before the days that are held out. */
  Groups segmentsKnown() {
    return segmentsKnown;
  }

  /** Each product's category. */
  Groups categories() {
    return categories;
  }

  /** What is not to be offered. */
  Exclusions exclusions() {
    return exclusions;
  }

  /**
   * Whether customers have segments of now only, so that who is judged by segments is judged by
   * what the days told that are held out.
   */
  boolean segmentsTellTheFuture() {
    return segmentsKnown.isEmpty() && !segmentsNow.isEmpty();
  }

  int customers() {
    return customers;
  }

  int products() {
    return products;
  }

  /** A state of knowledge. */
  final class View {
    private final boolean isNow;

    private View(boolean isNow) {
      this.isNow = isNow;
    }

    private boolean has(Pair pair) {
      return isNow || pair.weightKnown() > 0;
    }

    /** Purchases, each worth less the older it is. */
    SparseMatrix weights() {
      return matrix(
          pairs.stream().filter(this::has).toList(),
          pair -> (isNow ? pair.weightNow() : pair.weightKnown()) / MILLIONTHS);
    }

    /** log(1 + net amount), where it is above 0. */
    SparseMatrix ratings() {
      return matrix(
          pairs.stream().filter(this::has).filter(pair -> net(pair) > 0).toList(),
          pair -> Math.log1p(net(pair)));
    }

    private double net(Pair pair) {
      return isNow ? pair.netNow() : pair.netKnown();
    }

    /** Who bought what within the last days. */
    SparseMatrix recent(int days) {
      return matrix(
          pairs.stream()
              .filter(this::has)
              .filter(pair -> (isNow ? pair.ageNow() : pair.ageKnown()) < days)
              .toList(),
          pair -> 1);
    }

    /** By how many customers bought within the last days. */
    Popularity popularity(String name, int days) {
      return Popularity.ofCustomers(name, recent(days));
    }

    /** By how many customers of the same segment did; nothing where nobody has a segment. */
    Optional<GroupPopularity> segmentPopularity(String name, int days) {
      Groups segments = isNow || segmentsTellTheFuture() ? segmentsNow : segmentsKnown;
      return segments.isEmpty()
          ? Optional.empty()
          : Optional.of(GroupPopularity.ofCustomers(name, recent(days), segments.of(customers)));
    }

    /** By how many did, in the categories of each customer; nothing where no product has one. */
    Optional<CategoryPopularity> categoryPopularity(String name, int days) {
      return categories.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new CategoryPopularity(
                  name, popularity(name, days).counts(), categories.of(products), weights()));
    }
  }

  /** As it is known now. */
  View now() {
    return new View(true);
  }

  /** As it was known before the days that are held out. */
  View known() {
    return new View(false);
  }

  /** What customers who had bought something then bought for the first time. */
  HeldOut newProducts() {
    Set<Integer> old =
        pairs.stream()
            .filter(pair -> pair.weightKnown() > 0)
            .map(Pair::customer)
            .collect(Collectors.toSet());
    return new HeldOut(
        known().weights(),
        matrix(
            pairs.stream()
                .filter(pair -> pair.weightKnown() == 0 && old.contains(pair.customer()))
                .toList(),
            pair -> 1));
  }

  /**
   * What customers bought again.
   *
   * @param days how many are held out
   */
  HeldOut repeats(int days) {
    return new HeldOut(
        known().weights(),
        matrix(
            pairs.stream().filter(pair -> pair.weightKnown() > 0 && pair.ageNow() < days).toList(),
            pair -> 1));
  }

  /** log(1 + net amount) of the products that are held out, where it is above 0. */
  SparseMatrix newRatings() {
    return matrix(
        pairs.stream().filter(pair -> pair.weightKnown() == 0 && pair.netNow() > 0).toList(),
        pair -> Math.log1p(pair.netNow()));
  }

  /** A number of a pair. */
  @FunctionalInterface
  private interface Value {
    double of(Pair pair);
  }

  private SparseMatrix matrix(List<Pair> some, Value value) {
    return SparseMatrix.of(
        customers,
        products,
        some.stream().mapToInt(Pair::customer).toArray(),
        some.stream().mapToInt(Pair::product).toArray(),
        some.stream().mapToDouble(value::of).toArray());
  }
}
