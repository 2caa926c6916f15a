/**
 * The indicator catalogue (指标目录) and the scoring scheme (评分方案) as data. Names, units, directions,
 * definitions and weights live in {@code indicators.yaml} and {@code scheme.yaml}, versions shown
 * beside these in {@code definitions.yaml}; labels on any page come from here and nowhere else.
 */
package city.chengmai.datasets.catalogue;
