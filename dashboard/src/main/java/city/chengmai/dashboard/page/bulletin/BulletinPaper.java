package city.chengmai.dashboard.page.bulletin;

import city.chengmai.dashboard.bulletin.Edition;
import city.chengmai.dashboard.bulletin.Period;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.report.ChartPaper.Medium;
import java.util.Map;

/** A bulletin as it is printed: the same words and figures as its page. Thread-safe. */
public final class BulletinPaper {

  private final Pages pages;
  private final CityDirectory city;

  /** Paper with the templates of these pages, in the name and the zone of this city. */
  public BulletinPaper(Pages pages, CityDirectory city) {
    this.pages = pages;
    this.city = city;
  }

  /** The document as well-formed XHTML for the printer. */
  public String xhtml(Edition edition, Language language) {
    Figures figures = new Figures(language, city.model().facts().zone());
    Map<String, Object> model = new BulletinView(edition, figures, Medium.PAPER).model();
    model.put("cityName", city.model().facts().name(language));
    model.put("language", language);
    return pages.fragment("paper/bulletin", language, model);
  }

  /** Kind and days in one line, such as "Weekly analysis, 2 – 8 March 2026". */
  public String title(Period period, Language language) {
    Figures figures = new Figures(language, city.model().facts().zone());
    return BulletinView.title(period, figures.messages())
        + " "
        + BulletinView.period(period, figures);
  }
}
