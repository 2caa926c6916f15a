/**
 * Scan statistics: where and since when there is more than chance explains. Circles round every
 * place are crossed with windows of days; the cylinder with the highest likelihood ratio is held
 * against the highest ones of data drawn without any cluster. Pure functions of counts; the same
 * seed gives the same figures, in whatever order the events came.
 */
package city.chengmai.analytics.model.scan;
