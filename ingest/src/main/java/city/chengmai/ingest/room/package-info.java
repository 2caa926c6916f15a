/**
 * Room on Kafka's disks (磁盘余量). Kafka stops for good when a disk is full, so intake stops before:
 *
 * <pre>
 * less than the reserve is free --> gateway answers 503 "disk-full" with Retry-After, topology pauses
 * a tenth more than it is free  --> both go on by themselves
 * </pre>
 *
 * <p>ClickHouse keeps a reserve of its own and refuses inserts below it; the sink then waits with
 * its batch, and what comes waits in Kafka.
 */
package city.chengmai.ingest.room;
