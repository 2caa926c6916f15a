/** How much the log may be told of things that can happen thousands of times a second. */
package city.chengmai.ingest.log;
