/** Flink jobs over an Iceberg lakehouse for retailers; one package per room. */
package tributary;
