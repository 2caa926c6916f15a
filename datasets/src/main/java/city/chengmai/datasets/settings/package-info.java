/** One line of truth per setting, and where values come from. */
package city.chengmai.datasets.settings;
