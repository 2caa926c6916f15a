package city.chengmai.dashboard.access;

import java.time.Instant;

/**
 * A screen on a wall: the latest row of {@code screens}.
 *
 * @param name where it hangs
 * @param board the one page that it may show
 * @param changedAt real time
 */
public record Screen(
    String id, String name, Board board, boolean revoked, String changedBy, Instant changedAt) {}
