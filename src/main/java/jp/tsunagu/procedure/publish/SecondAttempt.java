package jp.tsunagu.procedure.publish;

import java.util.List;
import jp.tsunagu.engine.ProcedureSets;
import jp.tsunagu.procedure.Administrator;
import jp.tsunagu.procedure.SetPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases that could not be moved are tried once more, after what was in the way has been mended or the case has gone on. */
@Component
class SecondAttempt {

    private final Publications publications;
    private final Migrations migrations;
    private final MigrationProgress progress;
    private final ProcedureSets sets;
    private final SetPublisher locks;
    private final ActBook acts;

    SecondAttempt(
            Publications publications,
            Migrations migrations,
            MigrationProgress progress,
            ProcedureSets sets,
            SetPublisher locks,
            ActBook acts) {
        this.publications = publications;
        this.migrations = migrations;
        this.progress = progress;
        this.sets = sets;
        this.locks = locks;
        this.acts = acts;
    }

    /** True if there are such cases, and no other procedure has come into force since: that one takes them along itself. */
    boolean isPossible(int draft) {
        Integer set = publications.of(draft).lastSet();
        return set != null
                && set == sets.current()
                && progress.of(set).filter(counts -> counts.failed() > 0).isPresent();
    }

    /** @throws NotNowException if there is none, or another procedure is in force */
    @Transactional
    public int begin(int draft, Administrator who) {
        locks.lock();
        if (!isPossible(draft)) {
            throw new NotNowException(List.of("もう一度移すケースがありません。ページを開き直してください。"));
        }
        int cases = migrations.again(publications.of(draft).lastSet());
        acts.note(draft, Act.Kind.TRIED_AGAIN, who.user(), null);
        return cases;
    }
}
