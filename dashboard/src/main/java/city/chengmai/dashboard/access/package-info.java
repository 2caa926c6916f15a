/**
 * Who may do what: accounts (账号) with one role each, sessions, screens, the table of routes and
 * roles, and the audit log. Knows neither HTTP nor pages.
 */
package city.chengmai.dashboard.access;
