package city.chengmai.analytics.job.empowerment;

import city.chengmai.datasets.empowerment.ModelFinding;
import java.time.Instant;
import java.util.List;

/** What a model asks, whoever wrote it. */
public interface Question {

  /** Its SQL. */
  String text();

  /**
   * What stands at a moment.
   *
   * @throws RuntimeException when it cannot be asked, or its answer is none
   */
  List<ModelFinding> ask(Instant until);
}
