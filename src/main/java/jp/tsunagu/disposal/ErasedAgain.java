package jp.tsunagu.disposal;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.engine.StartUpStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A restored backup brings back who was erased since it was made. The start erases them again, before the program takes anybody in: the
 * journal knows them, by the id of the case, which no other case ever gets.
 */
@Component
@Order(StartUpStep.LAST)
class ErasedAgain implements StartUpStep {

    private static final Logger LOG = LoggerFactory.getLogger(ErasedAgain.class);

    private final ErasureJournal journal;
    private final Certificates certificates;
    private final Erasure erasure;

    ErasedAgain(ErasureJournal journal, Certificates certificates, Erasure erasure) {
        this.journal = journal;
        this.certificates = certificates;
        this.erasure = erasure;
    }

    @Override
    public void run() {
        Set<UUID> known = new HashSet<>(certificates.ids());
        int again = 0;
        for (Certificate certificate : journal.read()) {
            if (known.add(certificate.disposalId())) {
                erasure.eraseAgain(certificate);
                again++;
            }
        }
        if (again > 0) {
            LOG.warn("復元したデータベースに、廃棄したはずのケースの控えが{}件ありました。もう一度消去しました。", again);
        }
    }
}
