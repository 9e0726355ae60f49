package jp.tsunagu.notice.mail;

import java.util.Optional;
import jp.tsunagu.notice.mail.Mail.Result;
import org.springframework.stereotype.Component;

/** Sends what is due, one mail after the other. Every node does it; whatever one of them has in hand, the others pass over. */
@Component
public class MailRound {

    /** A server that fails so often in a row is left alone until the next round, and no mail loses a try by it. */
    private static final int PATIENCE = 5;

    private final MailPlan plan;
    private final MailOutbox outbox;
    private final MailServer server;
    private final MailSettings settings;

    MailRound(MailPlan plan, MailOutbox outbox, MailServer server, MailSettings settings) {
        this.plan = plan;
        this.outbox = outbox;
        this.server = server;
        this.settings = settings;
    }

    /**
     * One round; nothing where there is no mail server.
     *
     * @return how many mails the server accepted
     */
    public int run() {
        if (!settings.isOn()) {
            return 0;
        }
        int planned;
        do {
            planned = plan.some();
        } while (planned > 0);
        int accepted = 0;
        int failedInARow = 0;
        Optional<Mail> mail = outbox.claim();
        while (mail.isPresent()) {
            Result result = server.send(mail.get());
            outbox.record(mail.get(), result);
            accepted += result == Result.ACCEPTED ? 1 : 0;
            failedInARow = result == Result.ACCEPTED ? 0 : failedInARow + 1;
            mail = failedInARow < PATIENCE ? outbox.claim() : Optional.empty();
        }
        return accepted;
    }
}
