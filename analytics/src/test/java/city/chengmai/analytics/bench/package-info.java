/** Benchmarks; run with {@code mvn -Pbench -pl analytics -am verify -Dbench=NAME}. */
package city.chengmai.analytics.bench;
