/** The parameters of flink-ml-servable-lib 2.2 that the bundled algorithms use, written afresh. */
package org.apache.flink.ml.common.param;
