/** What is pooled (信息汇集): the catalogue of data with coverage, lineage and classes of access. */
package city.chengmai.dashboard.page.pool;
