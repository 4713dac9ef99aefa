package tributary.generate;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The independent streams of random numbers behind one seed, so that more products don't change the
 * customers.
 *
 * <p>The generator is named (xoroshiro128++, Blackman and Vigna 2019), so its numbers are the same
 * on every machine.
 */
enum Randomness {
  PRODUCTS,
  CUSTOMERS,
  DEMOGRAPHICS,
  DAYS,
  SALES,
  FIRST_PURCHASES;

  UniformRandomProvider stream(long seed) {
    long[] state = new long[2];
    UniformRandomProvider seeder = RandomSource.SPLIT_MIX_64.create(seed);
    for (int stream = 0; stream <= ordinal(); stream++) {
      state[0] = seeder.nextLong();
      state[1] = seeder.nextLong();
    }
    return RandomSource.XO_RO_SHI_RO_128_PP.create(state);
  }
}
