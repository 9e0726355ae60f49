package jp.tsunagu.access.log;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.access.Roles;
import jp.tsunagu.access.log.LogReader.Page;
import jp.tsunagu.access.log.LogReader.Place;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.Members;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** アクセス記録: for 監査 alone, who sees who did what with which case number and nothing of any case. Reading it is recorded too. */
@Controller
@RequestMapping(AccessLogEntry.ADDRESS)
public class LogPage {

    private static final String SEARCHED = "アクセス記録の検索";
    private static final String UNUSUAL = "注意する使われ方";
    private static final int USUAL_DAYS = 7;

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType EXCEL =
            new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final LogReader reader;
    private final UnusualAccess unusual;
    private final Verifier verifier;
    private final Anchors anchors;
    private final Backlog backlog;
    private final AccessLog log;
    private final Members members;
    private final WorkingDays workingDays;

    LogPage(
            LogReader reader,
            UnusualAccess unusual,
            Verifier verifier,
            Anchors anchors,
            Backlog backlog,
            AccessLog log,
            Members members,
            WorkingDays workingDays) {
        this.reader = reader;
        this.unusual = unusual;
        this.verifier = verifier;
        this.anchors = anchors;
        this.backlog = backlog;
        this.log = log;
        this.members = members;
        this.workingDays = workingDays;
    }

    /** A page of the log; where something that was typed cannot be understood, nothing but why. */
    @GetMapping
    @Transactional
    public String page(@RequestParam Map<String, String> typed, Principal person, Model model) {
        auditor(person);
        LogFilter.Read asked = LogFilter.of(typed);
        Place before = Place.parse(typed.getOrDefault("before", "")).orElse(null);
        Page page = asked.refused().isEmpty() ? reader.page(asked.filter(), before) : new Page(List.of(), null);
        log.recordSearch(
                person.getName(), SEARCHED, asked.filter().keys(), page.lines().size());
        model.addAttribute("typed", typed);
        model.addAttribute("refused", asked.refused());
        model.addAttribute("page", page);
        model.addAttribute("paged", before != null);
        chain(model);
        return "access-log";
    }

    private void chain(Model model) {
        List<String> users = reader.users();
        model.addAttribute("names", members.namesOf(users));
        model.addAttribute("users", users);
        model.addAttribute("kinds", ActKind.labels());
        model.addAttribute("head", anchors.head().map(Anchor::of).orElse(null));
        model.addAttribute("waiting", backlog.waiting());
    }

    /**
     * Looks along the whole chain; with a seal that the auditor kept also whether its end was cut off. No transaction around it:
     * the verification has one of its own, in which it sees one moment.
     */
    @PostMapping("/verification")
    public String verify(@RequestParam(defaultValue = "") String anchor, Principal person, Model model) {
        auditor(person);
        Optional<Anchor> kept = Anchor.parse(anchor);
        boolean understood = anchor.isBlank() || kept.isPresent();
        if (understood) {
            Verification found = verifier.verify(kept.stream().toList());
            log.recordSearch(person.getName(), "アクセス記録の検証", null, (int) Math.min(found.records(), Integer.MAX_VALUE));
            model.addAttribute("verification", found);
        } else {
            model.addAttribute("refused", List.of("控えの封印は「番号:値」の形で、保存したままの文字を貼り付けてください。"));
        }
        model.addAttribute("anchor", anchor);
        return whole(model);
    }

    private String whole(Model model) {
        model.addAttribute("typed", Map.of());
        model.addAttribute("page", new Page(List.of(), null));
        model.addAttribute("verifying", true);
        chain(model);
        return "access-log";
    }

    /** The head of the chain, to be kept outside. */
    @GetMapping("/anchor.txt")
    ResponseEntity<byte[]> anchor(Principal person) {
        auditor(person);
        Anchor head = anchors.head()
                .map(Anchor::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "まだ封印がありません。"));
        return file(
                (head.text() + "\r\n").getBytes(StandardCharsets.UTF_8),
                MediaType.TEXT_PLAIN,
                "アクセス記録の封印_" + head.block() + ".txt");
    }

    @GetMapping("/log.csv")
    @Transactional
    public ResponseEntity<byte[]> csv(@RequestParam Map<String, String> typed, Principal person) {
        List<LogLine> lines = exported(typed, person, "access-log.csv");
        return file(LogFile.csv(lines, names(lines)), CSV, "アクセス記録_" + workingDays.today() + ".csv");
    }

    @GetMapping("/log.xlsx")
    @Transactional
    public ResponseEntity<byte[]> excel(@RequestParam Map<String, String> typed, Principal person) {
        List<LogLine> lines = exported(typed, person, "access-log.xlsx");
        return file(LogFile.excel(lines, names(lines)), EXCEL, "アクセス記録_" + workingDays.today() + ".xlsx");
    }

    private List<LogLine> exported(Map<String, String> typed, Principal person, String what) {
        auditor(person);
        LogFilter.Read asked = LogFilter.of(typed);
        List<LogLine> lines =
                asked.refused().isEmpty() ? reader.read(asked.filter(), null, LogReader.MOST + 1) : List.of();
        String refused = !asked.refused().isEmpty()
                ? String.join(" ", asked.refused())
                : lines.size() > LogReader.MOST ? "%,d件より多いので、期間などをしぼってから書き出してください。".formatted(LogReader.MOST) : null;
        if (refused != null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, refused);
        }
        log.recordSearch(person.getName(), "書き出し", what, lines.size());
        return lines;
    }

    private Map<String, String> names(List<LogLine> lines) {
        return members.namesOf(lines.stream().map(LogLine::user).distinct().toList());
    }

    /** The lists of what may be asked about. */
    @GetMapping("/unusual")
    @Transactional
    public String unusual(@RequestParam Map<String, String> typed, Principal person, Model model) {
        auditor(person);
        Map<String, String> days = new LinkedHashMap<>(typed);
        days.keySet().retainAll(List.of("from", "to"));
        LogFilter.Read asked = LogFilter.of(days);
        LocalDate to = asked.filter().to() == null
                ? workingDays.today()
                : asked.filter().to();
        LocalDate from = asked.filter().from() == null
                ? to.minusDays(USUAL_DAYS - 1)
                : asked.filter().from();
        log.recordSearch(person.getName(), SEARCHED, UNUSUAL, 0);
        model.addAttribute("refused", asked.refused());
        model.addAttribute("typed", days);
        model.addAttribute("from", Wareki.formatWithWeekday(from));
        model.addAttribute("to", Wareki.formatWithWeekday(to));
        model.addAttribute("least", unusual.many());
        model.addAttribute("night", unusual.night());
        model.addAttribute("most", UnusualAccess.MOST);
        model.addAttribute("many", unusual.manyInAnHour(from, to));
        model.addAttribute("nights", unusual.atNight(from, to));
        model.addAttribute("reasons", unusual.withReason(from, to));
        model.addAttribute("restricted", unusual.ofRestricted(from, to));
        model.addAttribute("names", members.namesOf(reader.users()));
        return "access-log-unusual";
    }

    private void auditor(Principal person) {
        if (!members.groupsOf(person.getName()).contains(Roles.AUDITOR)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "アクセス記録は、監査の人だけが開けます。");
        }
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType kind, String name) {
        return ResponseEntity.ok()
                .contentType(kind)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
