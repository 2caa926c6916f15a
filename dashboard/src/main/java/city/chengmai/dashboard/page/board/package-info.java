/** Pages on which boards of the wall are written, published and put back (大屏版面). */
package city.chengmai.dashboard.page.board;
