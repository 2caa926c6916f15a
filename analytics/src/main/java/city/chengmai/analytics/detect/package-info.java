/** The command line {@code detect}: a file of dates and counts in, judgements and alarms out. */
package city.chengmai.analytics.detect;
