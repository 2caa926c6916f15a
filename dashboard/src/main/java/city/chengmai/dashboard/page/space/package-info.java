/** Space to let and the density of enterprises in a business district (商务区). */
package city.chengmai.dashboard.page.space;
