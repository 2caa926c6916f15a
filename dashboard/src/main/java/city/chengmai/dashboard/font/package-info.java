/**
 * The house font (字体), cut at build time from Noto Sans SC and loaded from the class path only.
 *
 * <p>Nothing here, and no drawing code, may name a logical font: on a server without fonts a
 * logical name shows boxes for Chinese or fails outright.
 */
package city.chengmai.dashboard.font;
