package city.chengmai.dashboard.page.access;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.access.Account;
import city.chengmai.dashboard.access.Accounts;
import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.access.Passwords;
import city.chengmai.dashboard.access.Role;
import city.chengmai.dashboard.access.SignIn;
import city.chengmai.dashboard.http.AuditTrail;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityDirectory;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Accounts, as administrators see and change them. */
public final class AccountRoutes implements RouteGroup {

  /** An account in the list. */
  public record Line(
      String name,
      String shownName,
      String role,
      String areaId,
      String area,
      boolean disabled,
      boolean self,
      String changedAt,
      String changedBy) {}

  /** An area to choose. */
  public record Choice(String id, String name) {}

  private static final int BAD = 400;
  private static final int NOT_FOUND = 404;

  private final Workers workers;
  private final Pages pages;
  private final CityDirectory city;
  private final Accounts accounts;
  private final Passwords passwords;
  private final InstantSource clock;

  /**
   * Routes over these accounts.
   *
   * @param clock real time
   */
  public AccountRoutes(
      Workers workers,
      Pages pages,
      CityDirectory city,
      Accounts accounts,
      Passwords passwords,
      InstantSource clock) {
    this.workers = requireNonNull(workers, "workers");
    this.pages = requireNonNull(pages, "pages");
    this.city = requireNonNull(city, "city");
    this.accounts = requireNonNull(accounts, "accounts");
    this.passwords = requireNonNull(passwords, "passwords");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public void mount(Router router) {
    router.get("/accounts").handler(context -> show(context, ""));
    AccessForm.form(router.post("/accounts")).handler(this::add);
    AccessForm.form(router.post("/accounts/:account")).handler(this::change);
    AccessForm.form(router.post("/accounts/:account/password")).handler(this::password);
  }

  private void show(RoutingContext context, String problem) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    String self = AccessForm.who(context);
    pages.show(context, "accounts", () -> model(figures, self, problem));
  }

  private Map<String, Object> model(Figures figures, String self, String problem) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("accounts", accounts.all().stream().map(one -> line(one, self, figures)).toList());
    model.put("roles", Role.ofAccounts().stream().map(Role::wireName).toList());
    model.put("areas", areas(figures));
    model.put("shortest", Passwords.SHORTEST);
    model.put("problem", problem);
    return model;
  }

  private List<Choice> areas(Figures figures) {
    return city.model().areas().stream()
        .filter(area -> !area.parentId().isEmpty())
        .map(
            area ->
                new Choice(
                    area.areaId(),
                    city.model().areaName(area.areaId(), figures.messages().language())))
        .toList();
  }

  private Line line(Account account, String self, Figures figures) {
    return new Line(
        account.name(),
        account.shownName(),
        account.role().wireName(),
        account.areaId(),
        account.areaId().isEmpty()
            ? ""
            : city.model().areaName(account.areaId(), figures.messages().language()),
        account.disabled(),
        account.name().equals(self),
        figures.fullMoment(account.changedAt()),
        account.changedBy());
  }

  private void add(RoutingContext context) {
    String name = SignIn.name(AccessForm.text(context, "account"));
    String password = AccessForm.raw(context, "password");
    Optional<Role> role = Role.ofAccount(AccessForm.text(context, "role"));
    String shownName = AccessForm.text(context, "shown_name");
    String area = AccessForm.text(context, "area");
    String by = AccessForm.who(context);
    String problem = problem(name, shownName, role, area);
    String found = problem.isEmpty() ? Passwords.problem(password, name) : problem;
    if (!found.isEmpty() || role.isEmpty()) {
      refuse(context, name, found);
      return;
    }
    Role as = role.get();
    finish(
        context,
        name,
        "added as " + as.wireName() + of(area),
        () -> {
          Instant now = clock.instant();
          if (accounts.find(name).isPresent()) {
            return "account.problem.exists";
          }
          String hash = passwords.hash(password);
          accounts.save(new Account(name, shownName, as, area, hash, false, now, by, now));
          return "";
        });
  }

  private void change(RoutingContext context) {
    String name = context.pathParam("account");
    Optional<Role> role = Role.ofAccount(AccessForm.text(context, "role"));
    String shownName = AccessForm.text(context, "shown_name");
    String area = AccessForm.text(context, "area");
    boolean off = AccessForm.text(context, "standing").equals("disabled");
    String by = AccessForm.who(context);
    String problem = problem(name, shownName, role, area);
    boolean himself = name.equals(by) && (off || role.filter(Role.ADMIN::equals).isEmpty());
    if (!problem.isEmpty() || himself || role.isEmpty()) {
      refuse(context, name, himself ? "account.problem.self" : problem);
      return;
    }
    finish(
        context,
        name,
        (off ? "disabled, " : "enabled, ") + role.get().wireName() + of(area),
        () -> {
          accounts.save(found(name).with(shownName, role.get(), area, off, by, clock.instant()));
          return "";
        });
  }

  private void password(RoutingContext context) {
    String name = context.pathParam("account");
    String password = AccessForm.raw(context, "password");
    String by = AccessForm.who(context);
    String problem = Passwords.problem(password, name);
    if (!problem.isEmpty()) {
      refuse(context, name, problem);
      return;
    }
    finish(
        context,
        name,
        "password set",
        () -> {
          accounts.save(found(name).withPassword(passwords.hash(password), by, clock.instant()));
          return "";
        });
  }

  private String problem(String name, String shownName, Optional<Role> role, String area) {
    if (role.isEmpty()) {
      return "account.problem.role";
    }
    boolean unknown = !area.isEmpty() && city.model().area(area).isEmpty();
    return unknown
        ? "account.problem.unknown-area"
        : Account.problem(name, shownName, role.get(), area);
  }

  private void finish(RoutingContext context, String name, String detail, Callable<String> work) {
    workers
        .call(work)
        .onSuccess(
            problem -> {
              if (problem.isEmpty()) {
                AccessForm.note(context, AuditKind.ACCOUNT, name, detail);
                AccessForm.redirect(context, "/accounts");
              } else {
                refuse(context, name, problem);
              }
            })
        .onFailure(context::fail);
  }

  private void refuse(RoutingContext context, String name, String problem) {
    AuditTrail.note(context, AuditKind.ACCOUNT, false, name, problem);
    context.response().setStatusCode(BAD);
    show(context, problem);
  }

  private Account found(String name) {
    return accounts.find(name).orElseThrow(() -> new HttpException(NOT_FOUND));
  }

  private static String of(String area) {
    return area.isEmpty() ? "" : " of " + area;
  }
}
