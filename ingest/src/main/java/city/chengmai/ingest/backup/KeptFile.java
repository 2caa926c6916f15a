package city.chengmai.ingest.backup;

/**
 * A file of a backup.
 *
 * @param path below the backup, with slashes
 * @param bytes length
 * @param sha256 of its bytes, hexadecimal
 */
public record KeptFile(String path, long bytes, String sha256) {}
