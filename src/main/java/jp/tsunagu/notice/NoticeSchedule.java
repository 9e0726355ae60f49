package jp.tsunagu.notice;

import jp.tsunagu.notice.mail.MailRound;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** A node that runs jobs sends mails and looks after letters too. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class NoticeSchedule {

    private final LetterWatch letters;
    private final MailRound mails;

    NoticeSchedule(LetterWatch letters, MailRound mails) {
        this.letters = letters;
        this.mails = mails;
    }

    @Scheduled(initialDelayString = "${tsunagu.watch.every}", fixedDelayString = "${tsunagu.watch.every}")
    void letters() {
        letters.tick();
    }

    @Scheduled(initialDelayString = "${tsunagu.mail.every}", fixedDelayString = "${tsunagu.mail.every}")
    void mails() {
        mails.run();
    }
}
