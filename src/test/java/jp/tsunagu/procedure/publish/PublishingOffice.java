package jp.tsunagu.procedure.publish;

import java.time.LocalDate;
import java.util.Map;
import jp.tsunagu.engine.InternalActs;
import jp.tsunagu.engine.ProcedureSets;
import jp.tsunagu.procedure.Administrator;
import jp.tsunagu.procedure.Origin;
import jp.tsunagu.procedure.ProcedureArchive;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.check.Finding.Severity;
import jp.tsunagu.procedure.draft.Drafts;
import jp.tsunagu.story.Office;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two administrators at work: what they do on the pages, as calls. */
final class PublishingOffice {

    static final Administrator TEZUKA = new Administrator("tezuka");
    static final Administrator HIRAI = new Administrator("hirai");

    final Drafts drafts;
    final Proposals proposals;
    final Publisher publisher;
    final MigrationWork work;
    final MigrationProgress progress;
    final Rollback rollback;
    final ProcedureArchive archive;
    final ProcedureSets sets;
    private final Publications publications;
    private final RepositoryService repository;
    private final InternalActs acts;
    private final JdbcClient database;

    PublishingOffice(
            Drafts drafts,
            Proposals proposals,
            Publisher publisher,
            MigrationWork work,
            MigrationProgress progress,
            Rollback rollback,
            ProcedureArchive archive,
            ProcedureSets sets,
            Publications publications,
            RepositoryService repository,
            InternalActs acts,
            JdbcClient database) {
        this.drafts = drafts;
        this.proposals = proposals;
        this.publisher = publisher;
        this.work = work;
        this.progress = progress;
        this.rollback = rollback;
        this.archive = archive;
        this.sets = sets;
        this.publications = publications;
        this.repository = repository;
        this.acts = acts;
        this.database = database;
    }

    ProcedureFiles present() {
        return archive.files(sets.current());
    }

    /** A 改定案 by Tezuka with these files. */
    int draft(String title, Map<String, byte[]> files) {
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

    /** As if nothing had been published: for the tests that come after. */
    void tidyUp() {
        database.sql("select draft_id from procedure_publication where set_id is not null and withdrawn_by_set is null "
                        + "order by set_id desc")
                .query(Integer.class)
                .list()
                .forEach(draft -> rollback.rollBack(draft, "試験の終わり", HIRAI));
        work.round();
        acts.perform("片付け", () -> {
            repository
                    .createDeploymentQuery()
                    .deploymentSource(Origin.ADMINISTRATOR)
                    .list()
                    .forEach(one -> repository.deleteDeployment(one.getId(), true, true));
            return null;
        });
    }
}
