/**
 * Readings of indicators: a rate is a pair of counts that merges by adding, and what cannot be read
 * is a value of its own, never a zero.
 */
package city.chengmai.datasets.indicator;
