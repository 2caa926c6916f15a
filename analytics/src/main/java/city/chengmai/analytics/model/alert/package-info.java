/**
 * What makes findings of detectors into alerts that people act on: which of them are one, what a
 * cluster of cases means on the map, whether handling slowed down or nobody patrols. Pure Java.
 */
package city.chengmai.analytics.model.alert;
