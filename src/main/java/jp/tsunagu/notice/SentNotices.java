package jp.tsunagu.notice;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.DoneStep;
import jp.tsunagu.casefile.LeftTheHouse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A letter that was sent after a step: the step behind it is not taken back any more. */
@Component
class SentNotices implements LeftTheHouse {

    private static final List<String> LEAVING = Arrays.stream(NoticeKind.values())
            .filter(NoticeKind::leavesTheHouse)
            .map(NoticeKind::name)
            .toList();

    private final JdbcClient database;

    SentNotices(JdbcClient database) {
        this.database = database;
    }

    /** Of a letter the day of sending is known; on the step's own day it counts if it was not yet written then. */
    @Override
    public Optional<String> since(String caseNumber, DoneStep step) {
        LocalDate day = step.recordedAt().atZone(WorkingDays.TOKYO).toLocalDate();
        boolean sent = database.sql("""
                        select exists (select 1 from notice n join support_case c on c.id = n.case_id
                          where c.case_number = :case and n.kind in (:kinds)
                            and (n.sent_on > :day or (n.sent_on = :day and n.created_at > :at)))
                        """)
                .param("case", caseNumber)
                .param("kinds", LEAVING)
                .param("day", day)
                .param("at", OffsetDateTime.ofInstant(step.recordedAt(), WorkingDays.TOKYO))
                .query(Boolean.class)
                .single();
        return sent ? Optional.of("この手順の後に、通知を送付しています。送付した通知は取り戻せません。") : Optional.empty();
    }
}
