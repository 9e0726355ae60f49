package jp.tsunagu.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.casefile.CaseRef;
import jp.tsunagu.casefile.CaseStatus;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.ConsentState;
import jp.tsunagu.engine.CaseDocuments;
import jp.tsunagu.engine.RefusedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The only way in which somebody outside is told something of a case: within a ground, and on record (I-02). */
@Component
public class Disclosures {

    private final Cases cases;
    private final CaseDocuments documents;
    private final DisclosureTable table;
    private final DisclosureLog log;
    private final AccessLog accessLog;
    private final Clock clock;

    Disclosures(
            Cases cases,
            CaseDocuments documents,
            DisclosureTable table,
            DisclosureLog log,
            AccessLog accessLog,
            Clock clock) {
        this.cases = cases;
        this.documents = documents;
        this.table = table;
        this.log = log;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /**
     * How much a kind of receiver may be told on the consent that stood on the day of the act and stands today: a withdrawal
     * stops also what is entered later (I-03), and a consent ends with the case.
     */
    @Transactional(readOnly = true)
    public DisclosureScope scope(String caseNumber, String body, LocalDate day) {
        Optional<ConsentState> consent = cases.consent(caseNumber)
                .filter(given -> cases.find(caseNumber).status() != CaseStatus.CLOSED)
                .filter(given -> given.covers(body, LocalDate.now(clock)));
        return DisclosureScope.of(table, consent, body, day);
    }

    /** For a receiver whose body nobody has named. */
    public DisclosureScope nothing() {
        return DisclosureScope.NOTHING;
    }

    /** Why this must not be told; empty if it may. */
    @Transactional(readOnly = true)
    public Optional<String> refuse(Disclosure told) {
        if (told.items().isEmpty() || told.receiver() == null || told.receiver().isBlank()) {
            return Optional.of("相手と、渡す項目を入力してください。");
        }
        if (!table.items().containsAll(told.items())) {
            return Optional.of("渡す項目の表にない項目です。");
        }
        if (table.legalGrounds().contains(told.ground())) {
            return Optional.empty();
        }
        Set<String> allowed =
                switch (told.ground()) {
                    case Ground.CONSENT ->
                        scope(told.caseNumber(), told.body(), told.on()).items();
                    case Ground.THIS_ACT -> table.itemsFor(told.body());
                    default -> null;
                };
        if (allowed == null) {
            return Optional.of("情報を渡す根拠を選んでください。");
        }
        if (told.ground().equals(Ground.CONSENT) && allowed.isEmpty()) {
            return Optional.of("この相手への情報共有の同意がありません（取り下げられたか、範囲の外です）。本人に確かめて、今回の提供への同意などを選んでください。");
        }
        return outside(told.items(), allowed)
                .map(outside -> "「" + outside + "」は、"
                        + (told.ground().equals(Ground.CONSENT) ? "同意の範囲、または" : "")
                        + "この相手に渡せる項目の外です。選び直してください。");
    }

    private Optional<String> outside(Set<String> items, Set<String> allowed) {
        Set<String> rest = new TreeSet<>(items);
        rest.removeAll(allowed);
        List<String> labels = rest.stream().map(table::label).toList();
        return labels.isEmpty() ? Optional.empty() : Optional.of(String.join("、", labels));
    }

    /**
     * Lets a withdrawal that arrives at the same moment wait until what is being told stands on record, or go before it. Called
     * before the consent is looked at.
     *
     * @return the case's version
     */
    @Transactional
    public int hold(String caseNumber) {
        return documents.lock(caseNumber);
    }

    /**
     * Records that it is told, in the transaction of the act that tells it.
     *
     * @throws RefusedException if it must not be
     */
    @Transactional
    public void disclose(Disclosure told) {
        int version = hold(told.caseNumber());
        refuse(told).ifPresent(reason -> {
            throw RefusedException.ofAct(reason);
        });
        CaseRef of = cases.find(told.caseNumber());
        if (told.conference() != null && log.holds(of.id(), version, told)) {
            return;
        }
        UUID consent = told.ground().equals(Ground.CONSENT)
                ? cases.consent(told.caseNumber()).map(ConsentState::id).orElseThrow()
                : null;
        log.add(of.id(), version, consent, told);
        if (told.conference() == null) {
            // papers of a meeting are recorded by whoever hands them out
            accessLog.record(told.by(), told.caseNumber(), "提供", told.step());
        }
    }

    /** Everything that was told of a case, the oldest first. */
    @Transactional(readOnly = true)
    List<DisclosureLog.Line> of(String caseNumber) {
        return log.of(cases.find(caseNumber).id());
    }
}
