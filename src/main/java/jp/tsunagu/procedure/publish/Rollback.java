package jp.tsunagu.procedure.publish;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.procedure.Administrator;
import jp.tsunagu.procedure.Origin;
import jp.tsunagu.procedure.SetPublisher;
import jp.tsunagu.procedure.draft.Draft;
import jp.tsunagu.procedure.draft.Drafts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the procedure that came into force last back in one act: the one before is in force again, and its cases follow. */
@Component
public class Rollback {

    private final Publications publications;
    private final Drafts drafts;
    private final SetPublisher sets;
    private final Migrations migrations;
    private final ActBook acts;
    private final JdbcClient database;
    private final Clock clock;

    Rollback(
            Publications publications,
            Drafts drafts,
            SetPublisher sets,
            Migrations migrations,
            ActBook acts,
            JdbcClient database,
            Clock clock) {
        this.publications = publications;
        this.drafts = drafts;
        this.sets = sets;
        this.migrations = migrations;
        this.acts = acts;
        this.database = database;
        this.clock = clock;
    }

    /** @throws NotNowException if another procedure has come into force since, or no reason is given */
    @Transactional
    public void rollBack(int id, String reason, Administrator who) {
        if (reason == null || reason.isBlank()) {
            throw new NotNowException(List.of("取り消す理由を書いてください。"));
        }
        int present = sets.lock();
        Publication publication = publications.of(id);
        if (publication.set() == null || publication.withdrawnBy() != null) {
            throw new NotNowException(List.of("この改定案は施行中ではありません。ページを開き直してください。"));
        }
        if (!isInForce(publication, present)) {
            throw new NotNowException(List.of("このあとに別の手続一式が施行されているので、この改定だけを取り消せません。先に新しいほうを取り消すか、もとに戻す改定案を作ってください。"));
        }
        Draft draft = drafts.draft(id);
        int before = database.sql("select follows from procedure_set where id = ?")
                .param(publication.set())
                .query(Integer.class)
                .single();
        migrations.stop(publication.set(), "移す前に、施行が取り消されました。");
        int set = sets.reopen(
                before,
                new Origin(
                        Origin.ADMINISTRATOR,
                        "取消し: " + draft.title(),
                        reason.strip(),
                        who.user(),
                        LocalDate.now(clock.withZone(WorkingDays.TOKYO)),
                        id,
                        publication.set()));
        publications.withdrawn(id, set);
        acts.note(id, Act.Kind.ROLLED_BACK, who.user(), reason.strip());
        migrations.begin(set, id, true);
    }

    /** True if the 改定案 is what came into force last, later ones that were taken back not counted. */
    public boolean isInForce(int id) {
        Publication publication = publications.of(id);
        return publication.set() != null
                && publication.withdrawnBy() == null
                && isInForce(
                        publication,
                        database.sql("select max(id) from procedure_set")
                                .query(Integer.class)
                                .single());
    }

    private boolean isInForce(Publication publication, int present) {
        int set = present;
        Optional<Integer> instead = instead(set);
        while (instead.isPresent()) {
            set = instead.get();
            instead = instead(set);
        }
        return publication.set() == set;
    }

    /** The set that a withdrawal has put in force again. */
    private Optional<Integer> instead(int set) {
        return database.sql(
                        "select w.follows from procedure_set s join procedure_set w on w.id = s.withdraws where s.id = ?")
                .param(set)
                .query(Integer.class)
                .optional();
    }
}
