/**
 * Detectors over time: how strange a count is, given what the same series held before. The seasonal
 * model is the default, EARS and Farrington Flexible stand beside it; {@code VolumeDetector} lets
 * rare series share the model of the whole city, {@code FalseDiscovery} judges many series at once.
 */
package city.chengmai.analytics.model.series;
