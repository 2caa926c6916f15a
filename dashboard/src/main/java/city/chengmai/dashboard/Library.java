package city.chengmai.dashboard;

import city.chengmai.dashboard.library.QueryEndpoints;
import city.chengmai.dashboard.library.QueryJournal;
import city.chengmai.dashboard.query.EndpointQueries;
import city.chengmai.dashboard.query.LibraryQueries;
import java.time.InstantSource;

/**
 * The statements that analysts keep, and their endpoints. Both live in real time: browsers and
 * other systems do.
 */
record Library(QueryJournal journal, QueryEndpoints endpoints) {

  static Library of(DashboardParts parts) {
    InstantSource clock = InstantSource.system();
    return new Library(
        new QueryJournal(new LibraryQueries(parts.store()), parts.writer(), clock),
        new QueryEndpoints(new EndpointQueries(parts.guarded()), parts.writer(), clock));
  }
}
