/**
 * Alternating least squares on implicit feedback: plain Java, no Flink.
 *
 * <h2>How it goes over Flink, and what that costs at 100 million customers</h2>
 *
 * <p>{@link tributary.recommend.als.CustomerBlock} is the cut. A block has its customers' purchases
 * and vectors; it takes the items' vectors, and gives its part of every item's equation. Nothing
 * else passes between customers. So an iteration is: broadcast the items' vectors to all blocks;
 * each block solves its customers; the blocks' parts of the items' equations are summed, each item
 * at one owner; owners solve their items. The two Gram matrices are sums of the same kind, of rank
 * x rank numbers.
 *
 * <p>Let there be C = 100 million customers, N = 50 purchases of each (5 billion pairs), I =
 * 100,000 items, rank f = 20, P = 100 tasks of 4 cores, and numbers of 8 bytes.
 *
 * <table>
 *   <caption>Per task, unless said otherwise</caption>
 *   <tr><th>What</th><th>Formula</th><th>Bytes</th></tr>
 *   <tr><td>pairs, by customer and by item (item or customer 4, value 8)</td>
 *     <td>C N 24 / P</td><td>1.2 GB, of which 0.6 GB by item</td></tr>
 *   <tr><td>customers' vectors, never sent</td><td>C f 8 / P</td><td>160 MB</td></tr>
 *   <tr><td>items' vectors, once per process</td><td>I f 8</td><td>16 MB</td></tr>
 *   <tr><td>a part of all items' equations: a triangle and a right side</td>
 *     <td>I (f (f + 1) / 2 + f) 8</td><td>184 MB</td></tr>
 *   <tr><td>received by an owner: P parts of I / P items</td>
 *     <td>the same</td><td>184 MB</td></tr>
 *   <tr><td>traffic of an iteration, all tasks: parts up, vectors down</td>
 *     <td>P (184 + 16 MB)</td><td>20 GB, 200 MB each way a task: 2 s at 1 Gbit/s</td></tr>
 * </table>
 *
 * <p>About 1.7 GB a task, then, and 2 GB with the working copies. Time follows from what is
 * measured: 2.44 million pairs, rank 20 and 10 iterations take 5 core seconds, 0.2 microseconds a
 * pair and iteration; 5 billion pairs take 1,000 core seconds an iteration, 2.5 s on 400 cores, as
 * long as the traffic. Ten iterations take about a minute. Everybody's lists cost more: C I f
 * multiplications are 2 x 10^14, ten minutes at a thousand million a second and core, unless
 * candidates are cut down first (products that are sold, of the last year).
 *
 * <p>What grows out of hand first is not the customers but the rank: the equations grow with its
 * square. At f = 64 and I = 100,000 a part has 1.7 GB. Then items are summed in slices of 10,000
 * (the block reads its pairs by item, so a slice costs no second pass), 170 MB each; or items go by
 * conjugate gradient like customers do, whose steps send f numbers an item, 51 MB.
 *
 * <p>Threads do not change results here because the blocks are summed in their order. Over the
 * network an owner must do the same: keep the parts until it has them all, and sum them by block
 * number, not as they arrive. The blocks' number is part of the model then: 16 now, P or a multiple
 * there. A customer's final vector is the exact solution with the items' vectors, so the model is
 * the items alone (16 MB), and that is what is kept; a lost task is made again from them and its
 * customers' purchases.
 *
 * <p>In Flink: purchases keyed by block, cached once in each task; Flink ML's iteration with the
 * items' vectors as the variable stream, broadcast, and the parts keyed by item; or, simpler and
 * restartable, one bounded job per iteration that reads and writes the items' vectors as a table.
 * Purchases are then read ten times, 60 GB each from columnar files, which costs more than the
 * arithmetic. Arrays of Java end at 2^31 numbers, so a block must have fewer than 100 million
 * customers at rank 20.
 */
package tributary.recommend.als;
