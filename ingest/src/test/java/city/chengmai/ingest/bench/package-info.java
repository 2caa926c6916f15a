/** Benchmarks; run with {@code mvn -Pbench -pl ingest -am verify -Dbench=NAME}. */
package city.chengmai.ingest.bench;
