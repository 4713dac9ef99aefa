/** SVD++ on ratings: plain Java, no Flink. */
package tributary.recommend.svdpp;
