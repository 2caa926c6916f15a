/** State that is written once a commit, however often it changed since the last one. */
package city.chengmai.ingest.commit;
