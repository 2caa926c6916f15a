/** Languages, messages, and numbers and times as people read them. */
package city.chengmai.dashboard.i18n;
