/** Sparse matrices and factors that the recommenders share: flat arrays, no Flink. */
package tributary.recommend.matrix;
