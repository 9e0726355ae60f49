package jp.tsunagu.notice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.notice.LetterQueue.Line;
import jp.tsunagu.notice.LetterRows.Row;
import jp.tsunagu.notice.mail.MailFailures;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The lists of the page of notices, as far as they concern somebody. */
@Component
class NoticeLists {

    private static final String UNSENT = "unsent";
    private static final String RETURNED = "returned";
    private static final String SENT = "sent";
    private static final String NEWS = "news";
    private static final String MAILS = "mails";

    private final LetterQueue queue;
    private final LetterRows rows;
    private final MailFailures failures;
    private final WorkingDays workingDays;

    NoticeLists(LetterQueue queue, LetterRows rows, MailFailures failures, WorkingDays workingDays) {
        this.queue = queue;
        this.rows = rows;
        this.failures = failures;
        this.workingDays = workingDays;
    }

    /** A tab; the number says how much waits there, −1 where nothing can wait. */
    record Tab(String show, String label, int count) {}

    /** Something that was written to a role. */
    record News(Line line, String label, String since, boolean answeredHere) {}

    static boolean seesLetters(Set<String> groups) {
        return groups.stream().anyMatch(Roles.WARD::contains)
                || groups.contains(Roles.CHIEF)
                || groups.contains(Roles.CONSULTATION_SUPPORTER);
    }

    static boolean seesMails(Set<String> groups) {
        return groups.contains(Roles.CHIEF) || groups.contains(Roles.SYSTEM_ADMINISTRATOR);
    }

    void show(String asked, String caseNumber, String user, Set<String> groups, Model model) {
        boolean letters = seesLetters(groups);
        List<Line> unsent = letters ? queue.unsent(user) : List.of();
        List<Line> returned = letters ? queue.returned(user) : List.of();
        List<Line> news = queue.news(user);
        List<MailFailures.Failure> mails = seesMails(groups) ? failures.all(user) : List.of();
        Map<String, Tab> tabs = new LinkedHashMap<>();
        if (letters) {
            tabs.put(UNSENT, new Tab(UNSENT, "送付待ち", unsent.size()));
            tabs.put(RETURNED, new Tab(RETURNED, "返戻", returned.size()));
            tabs.put(SENT, new Tab(SENT, "送付済み", -1));
        }
        tabs.put(NEWS, new Tab(NEWS, "お知らせ", news.size()));
        if (seesMails(groups)) {
            tabs.put(MAILS, new Tab(MAILS, "送れなかったメール", mails.size()));
        }
        String show = tabs.containsKey(asked) ? asked : tabs.keySet().iterator().next();
        model.addAttribute("show", show);
        model.addAttribute("tabs", tabs.values());
        model.addAttribute("most", LetterQueue.MOST);
        model.addAttribute("manners", Manner.offered());
        model.addAttribute("today", Wareki.formatShort(workingDays.today()));
        model.addAttribute("caseNumber", caseNumber.strip());
        switch (show) {
            case UNSENT -> letters(rows.of(user, unsent), model);
            case RETURNED -> letters(rows.of(user, returned), model);
            case SENT -> letters(rows.of(user, sent(user, caseNumber.strip())), model);
            case NEWS ->
                model.addAttribute("news", news.stream().map(NoticeLists::news).toList());
            default -> model.addAttribute("mails", mails);
        }
    }

    private static void letters(List<Row> rows, Model model) {
        model.addAttribute("letters", rows);
        model.addAttribute("toTake", rows.stream().anyMatch(row -> row.sendable() && !row.mine()));
    }

    private List<Line> sent(String user, String caseNumber) {
        return queue.sent(user, Optional.of(caseNumber).filter(given -> !given.isEmpty()));
    }

    private static News news(Line line) {
        return new News(
                line,
                line.kind().label(),
                Wareki.formatShort(line.since()),
                line.kind().answeredBy().isEmpty());
    }
}
