/**
 * What people do about alerts (预警处置), as pure rules: actions, the standing that they lead to, and
 * which of them are allowed.
 *
 * <p>History is append-only and {@link city.chengmai.dashboard.alert.AlertHistory} folds it in the
 * order of time. The row is the standing before, the column the action, the cell the standing
 * after; a dash is refused. A comment is always taken and changes nothing.
 *
 * <pre>
 *               acknowledge   assign    resolve   false-alarm  snooze   unsnooze  escalate   reopen
 * new           acknowledged  assigned  resolved  false-alarm  snoozed  -         escalated  -
 * acknowledged  -             assigned  resolved  false-alarm  snoozed  -         escalated  -
 * assigned      -             assigned  resolved  false-alarm  snoozed  -         escalated  -
 * escalated     acknowledged  assigned  resolved  false-alarm  snoozed  -         escalated  -
 * snoozed       -             -         resolved  false-alarm  snoozed  (before)  -          -
 * resolved      -             -         -         false-alarm  -        -         -          new
 * false-alarm   -             -         resolved  -            -        -         -          new
 * </pre>
 *
 * <p>{@code (before)} is the standing that the snooze covered; it comes back by itself when the
 * snooze ends. A resolved alert of which the machine finds more afterwards is new again.
 */
package city.chengmai.dashboard.alert;
