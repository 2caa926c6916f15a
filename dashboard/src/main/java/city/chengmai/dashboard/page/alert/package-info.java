/**
 * The pages of the duty officer (值班员): the list of alerts, one alert with its evidence, history and
 * the forms to act on it.
 */
package city.chengmai.dashboard.page.alert;
