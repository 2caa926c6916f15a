/**
 * From one matter to one class (一件事→一类事): what comes back, what was done, and what that changed.
 */
package city.chengmai.dashboard.page.classes;
