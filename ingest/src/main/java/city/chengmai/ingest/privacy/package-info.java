/** Personal data ends here: keyed hashes for persons, masks in free text. */
package city.chengmai.ingest.privacy;
