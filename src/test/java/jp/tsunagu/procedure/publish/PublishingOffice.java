package jp.tsunagu.procedure.publish;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagu.engine.ProcedureSets;
import jp.tsunagu.procedure.Administrator;
import jp.tsunagu.procedure.ProcedureArchive;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.check.Finding.Severity;
import jp.tsunagu.procedure.draft.Drafts;
import jp.tsunagu.story.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two administrators at work: what they do on the pages, as calls. */
public final class PublishingOffice {

    static final Administrator TEZUKA = new Administrator("tezuka");
    static final Administrator HIRAI = new Administrator("hirai");

    @Autowired
    Drafts drafts;

    @Autowired
    Proposals proposals;

    @Autowired
    Publisher publisher;

    @Autowired
    MigrationWork work;

    @Autowired
    MigrationProgress progress;

    @Autowired
    Rollback rollback;

    @Autowired
    ProcedureArchive archive;

    @Autowired
    ProcedureSets sets;

    @Autowired
    private Publications publications;

    @Autowired
    private JdbcClient database;

    public ProcedureFiles present() {
        return archive.files(sets.current());
    }

    /** As it came with the product. */
    public ProcedureFiles first() {
        return archive.files(database.sql("select min(id) from procedure_set")
                .query(Integer.class)
                .single());
    }

    /** A 改定案 by Tezuka with these files. */
    public int draft(String title, Map<String, byte[]> files) {
        int id = drafts.begin(title, "区の実情に合わせるため", "tezuka").id();
        files.forEach((name, content) -> drafts.save(id, name, content, 0, "tezuka"));
        return id;
    }

    /** Proposed by Tezuka with a reason for every warning, approved by Hirai. */
    void agree(int draft, Transition transition, LocalDate effectiveOn) {
        proposals.plan(draft, transition, TEZUKA);
        proposals.propose(draft, effectiveOn, reasons(draft), TEZUKA);
        proposals.approve(draft, HIRAI);
    }

    /** Planned, and what the form of the proposal says about each warning. */
    public Map<String, String> proposal(int draft) {
        proposals.plan(draft, new Transition(TransitionRule.MOVE, Set.of(), new TreeMap<>()), TEZUKA);
        Map<String, String> fields = new TreeMap<>();
        reasons(draft).forEach((warning, reason) -> fields.put("reason." + warning, reason));
        return fields;
    }

    Map<String, String> reasons(int draft) {
        return proposals.findings(draft).stream()
                .filter(one -> one.severity() == Severity.WARNING)
                .map((Finding one) -> WarningReasons.key(one))
                .distinct()
                .collect(java.util.stream.Collectors.toMap(key -> key, key -> "試しに行うため"));
    }

    /** Comes into force today, and the cases move. */
    int publish(int draft, Transition transition) {
        agree(draft, transition, Office.today());
        publisher.look();
        work.round();
        return publications.of(draft).set();
    }

    /** What a node does by itself every minute, as far as it puts into force what is due; returns the set that is. */
    public int looksAtTheCalendar() {
        publisher.look();
        return sets.current();
    }

    /** What a node does by itself after that. */
    public void movesTheCases() {
        work.round();
    }

    /** What was in force before is in force again: for the tests that come after. */
    void tidyUp() {
        database.sql("select draft_id from procedure_publication where set_id is not null and withdrawn_by_set is null "
                        + "order by set_id desc")
                .query(Integer.class)
                .list()
                .forEach(draft -> rollback.rollBack(draft, "試験の終わり", HIRAI));
        work.round();
    }
}
