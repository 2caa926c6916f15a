package city.chengmai.dashboard;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.query.Store;
import city.chengmai.dashboard.query.TableWriter;
import city.chengmai.datasets.settings.Settings;
import io.vertx.core.Vertx;

/**
 * What groups of routes are made of.
 *
 * @param settings of this process
 * @param vertx event loops and timers
 * @param workers where blocking work runs
 * @param store answers questions as the reading user
 * @param writer keeps what people did, as the writing user
 * @param guarded answers questions as the writing user: what no other may read
 * @param city as last read
 * @param pages renders and answers
 */
public record DashboardParts(
    Settings settings,
    Vertx vertx,
    Workers workers,
    Store store,
    TableWriter writer,
    Store guarded,
    CityDirectory city,
    Pages pages) {}
