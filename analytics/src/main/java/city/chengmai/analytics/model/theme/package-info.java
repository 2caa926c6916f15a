/**
 * From one matter to one class (一件事→一类事): what the texts of requests are about, and where the same
 * comes back. Pure functions of rows, in whatever order they come.
 */
package city.chengmai.analytics.model.theme;
