/**
 * Reads foreign files of rows as streams: delimited text, JSON and Excel, plain, compressed or
 * inside archives. What the columns mean is the business of the mapping.
 */
package city.chengmai.datasets.source.file;
