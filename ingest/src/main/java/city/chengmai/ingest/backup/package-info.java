/**
 * Backup and restore (备份与恢复) of the store and of what only this installation knows.
 *
 * <pre>
 * backup:  sink positions (Kafka) -> frozen copy of every table -> sums -> BACKUP -> files -> manifest
 * restore: manifest and sums of files -> empty? -> RESTORE beside -> sums of tables -> rename -> migrate
 *          -> positions wait in store_restores -> ingest rewinds its sinks to them when it starts
 * </pre>
 *
 * <p>Here, because only ingest knows both ends of the line: the positions in Kafka up to which rows
 * are in the store, and, as the one that migrates, the store's administrator.
 */
package city.chengmai.ingest.backup;
