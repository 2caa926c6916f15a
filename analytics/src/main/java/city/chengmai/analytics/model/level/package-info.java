/** Levels of cases by rule (三级分类) and early signs of three-cross matters (三跨). Pure functions. */
package city.chengmai.analytics.model.level;
