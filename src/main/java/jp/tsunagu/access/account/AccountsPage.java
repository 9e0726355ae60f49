package jp.tsunagu.access.account;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.form.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 利用者: who may log in and as what. For system administrators ({@code SecurityConfiguration}). */
@Controller
class AccountsPage {

    private static final String ONE = AccountsEntry.ADDRESS + "/{id}";

    private final AccountDesk desk;
    private final AccountList list;
    private final AccountActs acts;
    private final HeldWork work;
    private final AccountWords words;
    private final Clock clock;

    AccountsPage(AccountDesk desk, AccountList list, AccountActs acts, HeldWork work, AccountWords words, Clock clock) {
        this.desk = desk;
        this.list = list;
        this.acts = acts;
        this.work = work;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping(AccountsEntry.ADDRESS)
    String all(Model model) {
        List<AccountLine> all = list.all();
        LocalDate today = LocalDate.now(clock);
        Instant now = clock.instant();
        model.addAttribute(
                "accounts",
                Stream.concat(
                                all.stream().filter(line -> line.isOpen(today, now)),
                                all.stream().filter(line -> !line.isOpen(today, now)))
                        .map(words::of)
                        .toList());
        model.addAttribute("groupActs", words.of(acts.ofGroups()));
        return "account/accounts";
    }

    @GetMapping(AccountsEntry.ADDRESS + "/new")
    String blank(Model model) {
        return form(new TypedAccount("", "", "", "", List.of(), false, "", false), model);
    }

    private static String form(TypedAccount typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("groups", groupsInOrder());
        return "account/new";
    }

    /** The centre, the ward and the welfare office as the procedure goes, then who reads or administers. */
    private static Map<String, String> groupsInOrder() {
        Map<String, String> groups = new LinkedHashMap<>();
        Roles.OF_STEPS.forEach(group -> groups.put(group, AccountWords.groupName(group)));
        Accounts.groupNames().forEach(groups::putIfAbsent);
        return groups;
    }

    @PostMapping(AccountsEntry.ADDRESS + "/new")
    String create(
            TypedAccount typed, Principal person, Model model, HttpServletResponse answer, RedirectAttributes next) {
        try {
            String first = desk.create(person.getName(), typed);
            next.addFlashAttribute("first", first);
            next.addFlashAttribute("done", "利用者を登録しました。");
            return to(typed.id());
        } catch (RefusedException e) {
            refused(e, model, answer);
            return form(typed, model);
        }
    }

    @GetMapping(ONE)
    String one(@PathVariable String id, Model model) {
        AccountLine line = desk.present(id);
        return one(line, AccountWords.typed(line), model);
    }

    private String one(AccountLine line, TypedAccount typed, Model model) {
        form(typed, model);
        model.addAttribute("account", words.of(line));
        model.addAttribute("locked", line.state().isLocked(clock.instant()));
        model.addAttribute("bound", line.state().externalId() != null);
        model.addAttribute("warnings", Segregation.warnings(line.groups()));
        model.addAttribute("held", work.of(line.id()));
        model.addAttribute("acts", words.of(acts.of(line.id())));
        return "account/account";
    }

    @PostMapping(ONE)
    String change(
            @PathVariable String id,
            TypedAccount typed,
            Principal person,
            Model model,
            HttpServletResponse answer,
            RedirectAttributes next) {
        try {
            desk.change(person.getName(), id, typed);
        } catch (RefusedException e) {
            refused(e, model, answer);
            return one(desk.present(id), typed, model);
        }
        return done(next, id, "変更しました。この利用者は、次の操作でログインし直します。");
    }

    @PostMapping(ONE + "/lock")
    String lock(@PathVariable String id, Principal person, RedirectAttributes next) {
        return act(next, id, () -> desk.lock(person.getName(), id), "利用を停止しました。");
    }

    @PostMapping(ONE + "/unlock")
    String unlock(@PathVariable String id, Principal person, RedirectAttributes next) {
        return act(next, id, () -> desk.unlock(person.getName(), id), "利用を再開しました。");
    }

    @PostMapping(ONE + "/reset")
    String reset(@PathVariable String id, Principal person, RedirectAttributes next) {
        return act(
                next, id, () -> next.addFlashAttribute("first", desk.reset(person.getName(), id)), "初回パスワードを発行しました。");
    }

    @PostMapping(ONE + "/end")
    String end(@PathVariable String id, Principal person, RedirectAttributes next) {
        return act(next, id, () -> desk.end(person.getName(), id), "利用を終えました。この利用者IDは、ほかの人には使われません。");
    }

    private static String act(RedirectAttributes next, String id, Runnable act, String done) {
        try {
            act.run();
        } catch (RefusedException e) {
            next.addFlashAttribute("refused", reasons(e));
            return to(id);
        }
        return done(next, id, done);
    }

    private static String done(RedirectAttributes next, String id, String done) {
        next.addFlashAttribute("done", done);
        return to(id);
    }

    private static String to(String id) {
        return "redirect:" + AccountsEntry.ADDRESS + "/" + id;
    }

    private static void refused(RefusedException refusal, Model model, HttpServletResponse answer) {
        model.addAttribute("refused", reasons(refusal));
        answer.setStatus(HttpStatus.BAD_REQUEST.value());
    }

    private static List<String> reasons(RefusedException refusal) {
        return refusal.refusals().stream().map(Refusal::reason).toList();
    }
}
