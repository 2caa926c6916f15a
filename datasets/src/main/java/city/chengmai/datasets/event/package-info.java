/**
 * What one event looks like: CloudEvents envelope, types, payload schemas, topics, case lifecycle.
 *
 * <p>Steps of a case (rows: where it stands; entries: where the event takes it; blank: impossible):
 *
 * <pre>
 *            verified accepted filed  dispatched disposed checked closed returned extended suspended resumed    cancelled reopened
 * REPORTED   VERIFIED ACCEPTED FILED                                                                            CANCELLED
 * VERIFIED            ACCEPTED FILED                                                                            CANCELLED
 * ACCEPTED                     FILED                                                                            CANCELLED
 * FILED                               DISPATCHED DISPOSED         CLOSED          same     SUSPENDED            CANCELLED
 * DISPATCHED                          DISPATCHED DISPOSED         CLOSED RETURNED same     SUSPENDED            CANCELLED
 * RETURNED                            DISPATCHED                  CLOSED          same     SUSPENDED            CANCELLED
 * DISPOSED                                                CHECKED CLOSED          same                          CANCELLED
 * CHECKED                             DISPATCHED                  CLOSED          same                          CANCELLED
 * SUSPENDED                                                                       same               DISPATCHED CANCELLED
 * CLOSED                                                                                                                  FILED
 * CANCELLED
 * </pre>
 *
 * <p>The side states of practice, in these terms: <em>re-assigned</em> (改派) is a dispatch of a
 * dispatched or returned case; <em>reworked</em> (返工) a dispatch after a failed check; <em>forced
 * close</em> (强制结案) and <em>self-handled</em> (自行处置) are a close whose {@code manner} says so;
 * <em>supervised</em> (督办) changes no stage and is no event of its own.
 *
 * <p>A filed case may close without dispatch: self-handled on the spot, forced, or direct, as
 * sources do that know only "open" and "closed". A dispatch after a failed check is rework (返工)
 * when it goes to the same unit.
 */
package city.chengmai.datasets.event;
