/**
 * Boards of the wall (大屏版面) as data: what they hold, how their YAML is read and what is wrong with
 * it, their editions, and which of them are published. Nothing here draws.
 */
package city.chengmai.dashboard.board;
