/** Three-level classification (三级分类) and joint conferences (联席会议) as data. */
package city.chengmai.datasets.conference;
