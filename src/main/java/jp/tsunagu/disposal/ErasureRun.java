package jp.tsunagu.disposal;

import java.util.UUID;
import jp.tsunagu.ledger.KeptSearches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Erases what was approved, case by case. May be run as often as anybody likes, on several nodes at once, and be killed at any time. */
@Component
class ErasureRun {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureRun.class);

    private final DisposalTable disposals;
    private final Erasure erasure;
    private final Certificates certificates;
    private final ErasureJournal journal;

    ErasureRun(DisposalTable disposals, Erasure erasure, Certificates certificates, ErasureJournal journal) {
        this.disposals = disposals;
        this.erasure = erasure;
        this.certificates = certificates;
        this.journal = journal;
    }

    /**
     * Erases all that can be erased now.
     *
     * @return how many cases were erased
     */
    int run() {
        keepJournal();
        int erased = 0;
        for (Disposal approved : disposals.inState(Disposal.State.APPROVED)) {
            if (!journal.isWritable()) {
                disposals.obstructed(approved.id(), "消去の控えのファイルに書けません。システム管理者に知らせてください。");
            } else if (erases(approved)) {
                erased++;
            }
        }
        keepJournal();
        return erased;
    }

    private boolean erases(Disposal approved) {
        try {
            return erasure.erase(approved.id()).isPresent();
        } catch (DataAccessException | TransactionException | IllegalStateException e) {
            // one case that fails keeps no other back; and what a library says may quote what it choked on
            LOG.error(
                    "ケース {} を消去できませんでした（{}）。",
                    approved.caseNumber(),
                    e.getClass().getSimpleName());
            disposals.obstructed(approved.id(), "消去できませんでした。1分ごとにやり直します。続くときは、システム管理者に知らせてください。");
            return false;
        }
    }

    /** Also what another node erased, and what a crash kept from being written: then searches typed here may name the person too. */
    private void keepJournal() {
        boolean news = false;
        for (UUID missing : journal.missing(certificates.ids())) {
            journal.add(certificates.find(missing).orElseThrow());
            news = true;
        }
        if (news) {
            KeptSearches.forgetAll();
        }
    }
}
