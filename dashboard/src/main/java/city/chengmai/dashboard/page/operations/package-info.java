/**
 * The self-observation board (运行自检): how each part of this installation is, what waits, how jobs
 * ran, how long the room lasts, memory, slow statements. What cannot be asked is shown as unknown,
 * never as zero; without ClickHouse the board still tells what services say of themselves.
 */
package city.chengmai.dashboard.page.operations;
