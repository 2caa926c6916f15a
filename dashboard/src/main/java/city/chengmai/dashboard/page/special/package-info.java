/** Special periods (特殊时段): which rules they change, and how they compare with another time. */
package city.chengmai.dashboard.page.special;
