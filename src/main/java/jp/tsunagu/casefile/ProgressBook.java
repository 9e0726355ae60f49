package jp.tsunagu.casefile;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.form.TypedText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 第3号様式 as it is written outside of a step: at any time, also after closing, when somebody calls (要領 第9条第9号エ). Lines are
 * only added. Acts on one case wait for each other, so that a line is corrected once.
 */
@Component
public class ProgressBook {

    private static final int LONGEST_REASON = 300;
    private static final String STEP = ProgressLine.OWN_PAGE;

    private final SupportCases cases;
    private final ProgressRecords records;
    private final ContactMethods methods;
    private final EntityManager database;
    private final AccessLog log;
    private final Clock clock;

    ProgressBook(
            SupportCases cases,
            ProgressRecords records,
            ContactMethods methods,
            EntityManager database,
            AccessLog log,
            Clock clock) {
        this.cases = cases;
        this.database = database;
        this.records = records;
        this.methods = methods;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Adds a line.
     *
     * @return false if this act was done before: nothing was added
     * @throws RefusedException if something is missing in it
     */
    @Transactional
    public boolean add(PageAct act, ProgressEntry entry) {
        SupportCase supportCase = locked(act.caseNumber());
        if (wasDone(act, supportCase, entry)) {
            return false;
        }
        refuse(ProgressRules.check(
                entry, null, supportCase.isOpen(), methods.all().keySet(), today()));
        ProgressRecord line = ProgressRecord.written(supportCase.id(), entry, act, clock.instant());
        database.persist(line);
        if (line.isContact()) {
            supportCase.contacted(line.occurredOn());
        }
        if (line.nextDate() != null) {
            supportCase.next(line.nextDate());
        }
        log.record(act.user(), act.caseNumber(), "記録", STEP);
        return true;
    }

    /** Puts a line into the place of another one, which stays to be read. The rest is as with {@link #add}. */
    @Transactional
    public boolean correct(PageAct act, UUID recordId, ProgressEntry entry, String reason) {
        SupportCase supportCase = locked(act.caseNumber());
        if (wasDone(act, supportCase, entry)) {
            return false;
        }
        ProgressRecord old = uncorrected(supportCase, recordId);
        List<Refusal> refusals = ProgressRules.check(
                entry,
                old.line(null).entry(),
                supportCase.isOpen(),
                methods.all().keySet(),
                today());
        refusals.addAll(reasonRefused("reason", "訂正", reason));
        refuse(refusals);
        database.persist(old.corrected(entry, reason, act, clock.instant()));
        boolean madeTheNextDate = old.nextDate() == null || supportCase.isNext(old.nextDate());
        if (entry.nextDate() != null && !entry.nextDate().equals(old.nextDate()) && madeTheNextDate) {
            supportCase.next(entry.nextDate());
        }
        supportCase.lastContact(lastContact(supportCase.id()));
        log.record(act.user(), act.caseNumber(), "訂正", STEP);
        return true;
    }

    /** Takes a line back that has no place in this case; it stays to be read as taken back. The next date stays. */
    @Transactional
    public boolean withdraw(PageAct act, UUID recordId, String reason) {
        SupportCase supportCase = locked(act.caseNumber());
        if (records.findByCaseIdAndActKey(supportCase.id(), act.key()).isPresent()) {
            return false;
        }
        ProgressRecord old = uncorrected(supportCase, recordId);
        refuse(reasonRefused("withdrawal-reason", "取消", reason));
        database.persist(old.withdrawn(reason, act, clock.instant()));
        supportCase.lastContact(lastContact(supportCase.id()));
        log.record(act.user(), act.caseNumber(), "取消", STEP);
        return true;
    }

    /** Locked before anything of the case is read: what was read earlier could be old. */
    private SupportCase locked(String caseNumber) {
        return cases.lock(caseNumber).orElseThrow(() -> CaseLookup.unknown(caseNumber));
    }

    /** The same act with the same content was done; with another content it is a new one that an old page sent. */
    private boolean wasDone(PageAct act, SupportCase supportCase, ProgressEntry entry) {
        Optional<ProgressRecord> done = records.findByCaseIdAndActKey(supportCase.id(), act.key());
        if (done.isPresent() && !done.get().line(null).entry().equals(entry)) {
            throw RefusedException.ofAct("この画面からの記録は、すでに保存されています。内容が違うので、まだ保存していません。" + "別の記録として残すときは、もう一度押してください。");
        }
        return done.isPresent();
    }

    private ProgressRecord uncorrected(SupportCase supportCase, UUID recordId) {
        ProgressRecord line = records.findByIdAndCaseId(recordId, supportCase.id())
                .orElseThrow(() -> RefusedException.ofAct("訂正する記録が、このケースにありません。"));
        if (records.findByCorrects(recordId).isPresent()) {
            throw RefusedException.ofAct(
                    "この記録は、すでに訂正されています。今の内容を下で確かめてください。" + "さらに直すときは、このままもう一度押すと、今の内容に対する訂正になります。");
        }
        if (line.line(null).withdrawn()) {
            throw RefusedException.ofAct("この記録は取り消されています。必要なことは、新しい記録として書いてください。");
        }
        return line;
    }

    private static List<Refusal> reasonRefused(String field, String act, String reason) {
        return reason == null
                ? List.of(Refusal.ofField(field, act + "の理由を入力してください。"))
                : TypedText.refuse(reason, LONGEST_REASON)
                        .map(why -> List.of(Refusal.ofField(field, why)))
                        .orElse(List.of());
    }

    private LocalDate lastContact(UUID caseId) {
        List<ProgressRecord> all = records.ofCase(caseId);
        Set<UUID> corrected = all.stream()
                .map(ProgressRecord::corrects)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(line -> line.isContact() && !corrected.contains(line.id()))
                .map(ProgressRecord::occurredOn)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static void refuse(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
