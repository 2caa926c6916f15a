/**
 * Sign-in, one's own account, and what administrators and auditors see: accounts, screens, audit.
 */
package city.chengmai.dashboard.page.access;
