/** What words and figures mean: the glossary, the catalogue of indicators, about these numbers. */
package city.chengmai.dashboard.page.reference;
