/** The analytics service: its command line and its settings. */
package city.chengmai.analytics;
