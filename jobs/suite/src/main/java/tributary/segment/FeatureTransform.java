package tributary.segment;

/** What is done to a feature before it is scaled. */
enum FeatureTransform {
  NONE {
    @Override
    double apply(double number) {
      return number;
    }

    @Override
    double invert(double number) {
      return number;
    }
  },

  /**
   * The inverse hyperbolic sine: like a logarithm for large numbers of either sign, and defined at
   * and below zero, where net spend can be.
   */
  ASINH {
    @Override
    double apply(double number) {
      double size = Math.abs(number);
      double square = size * size;
      double grown = size + square / (1 + StrictMath.sqrt(square + 1));
      return Math.copySign(StrictMath.log1p(grown), number);
    }

    @Override
    double invert(double number) {
      return StrictMath.sinh(number);
    }
  };

  abstract double apply(double number);

  abstract double invert(double number);
}
