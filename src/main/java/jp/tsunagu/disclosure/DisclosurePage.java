package jp.tsunagu.disclosure;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Who was told what of a case, when and on what ground; as the person may ask to see it (開示請求). A disclosure outside the
 * procedure's steps (a package for ハローワーク, a call from a provider) is entered here.
 */
@Controller
@RequestMapping("/cases/{caseNumber}/disclosures")
class DisclosurePage {

    private static final int LONGEST_RECEIVER = 100;
    private static final int LONGEST_PURPOSE = 1000;

    private final Cases cases;
    private final CaseReaders readers;
    private final AccessLog accessLog;
    private final Disclosures disclosures;
    private final DisclosureTable table;
    private final DisclosureChoices choices;
    private final ToldLines toldLines;
    private final Clock clock;

    DisclosurePage(
            Cases cases,
            CaseReaders readers,
            AccessLog accessLog,
            Disclosures disclosures,
            DisclosureTable table,
            DisclosureChoices choices,
            ToldLines toldLines,
            Clock clock) {
        this.cases = cases;
        this.readers = readers;
        this.accessLog = accessLog;
        this.disclosures = disclosures;
        this.table = table;
        this.choices = choices;
        this.toldLines = toldLines;
        this.clock = clock;
    }

    /** What is typed; kept where it is refused. */
    record Entry(
            String body, String receiver, Set<String> items, String ground, String purpose, String on, String done) {

        private static Entry empty(LocalDate today) {
            return new Entry("", "", Set.of(), "", "", today.toString(), null);
        }
    }

    @Transactional
    @GetMapping
    String show(@PathVariable String caseNumber, HttpServletRequest request, Model model) {
        reader(caseNumber, request);
        return page(caseNumber, Entry.empty(LocalDate.now(clock)), request, model);
    }

    /** The act is a transaction of its own: where it is refused, the page is still shown, and its reading recorded. */
    @PostMapping
    String enter(
            @PathVariable String caseNumber,
            @ModelAttribute("typed") Entry typed,
            HttpServletRequest request,
            Model model) {
        reader(caseNumber, request);
        if (!readers.mayWrite(request.getRemoteUser(), caseNumber)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "このケースは、読むことだけができます。書き込むのは、担当の人と主任です。");
        }
        Entry entry = new Entry(
                text(typed.body()),
                text(typed.receiver()),
                typed.items() == null ? Set.of() : new LinkedHashSet<>(typed.items()),
                text(typed.ground()),
                text(typed.purpose()),
                text(typed.on()),
                typed.done());
        try {
            disclosures.disclose(told(caseNumber, entry, request.getRemoteUser()));
        } catch (RefusedException e) {
            model.addAttribute("refused", e.refusals().get(0).reason());
            return page(caseNumber, entry, request, model);
        }
        return "redirect:/cases/" + caseNumber + "/disclosures?recorded";
    }

    private Disclosure told(String caseNumber, Entry entry, String user) {
        LocalDate today = LocalDate.now(clock);
        LocalDate on = Wareki.parse(entry.on()).orElseThrow(() -> RefusedException.ofAct("渡した日を入力してください（例：R8.9.18）。"));
        if (on.isAfter(today)) {
            throw RefusedException.ofAct("渡した日が、今日より後になっています。");
        }
        if (!table.bodies().contains(entry.body())) {
            throw RefusedException.ofAct("相手の種類を選んでください。");
        }
        if (entry.purpose().isEmpty() || entry.purpose().length() > LONGEST_PURPOSE) {
            throw RefusedException.ofAct("何のために渡すかを" + LONGEST_PURPOSE + "字以内で書いてください。");
        }
        if (entry.receiver().length() > LONGEST_RECEIVER) {
            throw RefusedException.ofAct("相手の名前は" + LONGEST_RECEIVER + "字以内で書いてください。");
        }
        return new Disclosure(
                caseNumber,
                on,
                entry.body(),
                entry.receiver(),
                entry.items(),
                entry.ground(),
                entry.purpose(),
                null,
                null,
                null,
                user);
    }

    private String page(String caseNumber, Entry entry, HttpServletRequest request, Model model) {
        accessLog.record(request.getRemoteUser(), caseNumber, "閲覧", "disclosures");
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("caseNumber", caseNumber);
        model.addAttribute("mayWrite", readers.mayWrite(request.getRemoteUser(), caseNumber));
        model.addAttribute("name", cases.names(List.of(caseNumber)).get(caseNumber));
        model.addAttribute("consent", choices.consent(caseNumber));
        model.addAttribute("rows", toldLines.of(caseNumber, request.getRemoteUser()));
        model.addAttribute("today", Wareki.format(today));
        model.addAttribute("typed", entry);
        model.addAttribute("bodies", labels(table.bodies()));
        model.addAttribute("items", labels(table.items()));
        Map<String, String> grounds = labels(List.of(Ground.CONSENT, Ground.THIS_ACT));
        grounds.putAll(labels(table.legalGrounds()));
        model.addAttribute("grounds", grounds);
        model.addAttribute("scopes", scopes(caseNumber, today));
        model.addAttribute("recorded", request.getParameter("recorded") != null);
        return "disclosures";
    }

    /** Of each kind of receiver what may be told on the consent today; the others are not listed. */
    private Map<String, String> scopes(String caseNumber, LocalDate today) {
        Map<String, String> scopes = new LinkedHashMap<>();
        for (String body : table.bodies()) {
            Set<String> items = disclosures.scope(caseNumber, body, today).items();
            if (!items.isEmpty()) {
                scopes.put(
                        table.label(body),
                        table.items().stream()
                                .filter(items::contains)
                                .map(table::label)
                                .collect(Collectors.joining("、")));
            }
        }
        return scopes;
    }

    private Map<String, String> labels(List<String> names) {
        Map<String, String> labels = new LinkedHashMap<>();
        names.forEach(name -> labels.put(name, table.label(name)));
        return labels;
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }

    private void reader(String caseNumber, HttpServletRequest request) {
        boolean centre = Roles.CENTRE.stream().anyMatch(request::isUserInRole);
        if (!centre || !readers.mayRead(request.getRemoteUser(), caseNumber)) {
            // the same answer for both: whether there is such a case is not everybody's business
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "このケースは、あなたの担当ではありません。");
        }
    }
}
