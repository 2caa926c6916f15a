package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.query.Store;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Files of record: the list, an enterprise, a building, a grid. */
public final class FileRoutes implements RouteGroup {

  private static final int NOT_FOUND = 404;

  private final Pages pages;
  private final CityDirectory city;
  private final Store store;

  /** Routes that read from this store. */
  public FileRoutes(Pages pages, CityDirectory city, Store store) {
    this.pages = pages;
    this.city = city;
    this.store = store;
  }

  @Override
  public void mount(Router router) {
    router.get("/files").handler(this::list);
    router
        .get("/files/enterprises/:id")
        .handler(context -> file(context, "enterprise-file", EnterpriseFile::new));
    router
        .get("/files/buildings/:id")
        .handler(context -> file(context, "building-file", BuildingFile::new));
    router.get("/grids/:id/file").handler(context -> file(context, "grid-file", GridFile::new));
  }

  private void list(RoutingContext context) {
    FileList.Wish wish =
        FileList.Wish.of(
            parameter(context, "kind"),
            parameter(context, "q"),
            parameter(context, "grid"),
            parameter(context, "order"),
            parameter(context, "page"));
    Figures figures = figures(context);
    pages.show(context, "files", () -> new FileList(desk(figures)).model(wish));
  }

  private void file(RoutingContext context, String template, Function<FileDesk, FileModel> kind) {
    Figures figures = figures(context);
    String id = context.pathParam("id");
    pages.show(
        context,
        template,
        () -> kind.apply(desk(figures)).of(id).orElseThrow(() -> new HttpException(NOT_FOUND)));
  }

  /** Makes the model of one file; empty when there is no such record. */
  @FunctionalInterface
  interface FileModel {
    Optional<Map<String, Object>> of(String id);
  }

  private FileDesk desk(Figures figures) {
    return new FileDesk(store, city.model(), city.moment(), figures);
  }

  private static String parameter(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getParam(name)).orElse("").strip();
  }

  private Figures figures(RoutingContext context) {
    return new Figures(RequestLanguage.of(context), city.model().facts().zone());
  }
}
