package jp.tsunagu.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A timer that cannot do its work is tried again, later each time, and then somebody is told. */
@ExtendWith(OutputCaptureExtension.class)
class FailedJobTest extends OfficeStory {

    private static final String SAID = "失敗 三郎";
    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6));

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient database;

    private Throwable failure;
    private String number;

    @BeforeEach
    void waitForATimer() {
        office.on("2026-10-05");
        number = office.as("saeki").receives(Answers.named(SAID, "しっぱい さぶろう", "1980-01-01"));
        office.as("saeki")
                .does(number, "decideTriage", with(Answers.triage("continueSupport"), "welfareIntent", "yes"));
    }

    @AfterEach
    void repair() {
        database.sql("drop trigger if exists planted_fault on task_deadline").update();
    }

    @Test
    void triedSixTimesThenSomebodyIsTold(CapturedOutput output) {
        plantFault();
        office.clock("2026-10-07T17:15");
        for (Duration delay : DELAYS) {
            fail();
            assertThat(Duration.between(ClockUtil.getCurrentTime().toInstant(), due()))
                    .isEqualTo(delay);
            assertThat(lines("manabe")).isEmpty();
            office.clock(due().atZone(EngineClock.TOKYO).toLocalDateTime().toString());
        }
        fail();
        assertThat(job().getRetries()).isZero();
        assertThat(lines("manabe")).containsExactly("自動の処理が止まっています。 主任相談支援員");
        assertThat(lines("admin")).containsExactly("自動の処理が止まっています。 システム管理者");
        assertThat(lines("kaji")).isEmpty();
        assertThat(job().getExceptionMessage()).contains("PSQLException").doesNotContain(SAID);
        assertThat(management.getJobExceptionStacktrace(job().getId()))
                .contains("jp.tsunagu.work.TaskDeadlines")
                .doesNotContain(SAID);
        assertThat(database.sql("select job_exception_msg_ from act_hi_job_log where job_id_ = ?")
                        .params(job().getId())
                        .query(String.class)
                        .list())
                .hasSizeGreaterThan(DELAYS.size())
                .allMatch(kept -> kept.contains("Exception") && !kept.contains(SAID));
        assertThat(database.sql(
                                "select convert_from(bytes_, 'UTF8') from act_ge_bytearray where name_ = 'job.exceptionByteArray'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(kept -> kept.contains(SAID));
        ExecuteJobHelper.LOGGING_HANDLER.exceptionWhileExecutingJob(job().getId(), failure);
        assertThat(output).contains(job().getId()).contains("PSQLException").doesNotContain(SAID);

        database.sql("drop trigger planted_fault on task_deadline").update();
        Answer again =
                office.as("admin").call("PUT", "/engine-rest/job/" + job().getId() + "/retries", Map.of("retries", 1));
        assertThat(again.status()).as(again.text()).isEqualTo(204);
        assertThat(lines("manabe")).isEmpty();
        assertThat(lines("admin")).isEmpty();
        management.executeJob(job().getId());
        assertThat(office.as("manabe").steps(number)).contains("pursueHandover");
    }

    /** Timers of one process wait for each other; with others of the case they are kept apart by the lock on the case. */
    @Test
    void everyTimerIsExclusive() {
        assertThat(database.sql("select count(*) filter (where exclusive_), count(*) filter (where not exclusive_) "
                                + "from act_ru_job")
                        .query((row, number) -> List.of(row.getLong(1) > 0, row.getLong(2) > 0))
                        .single())
                .containsExactly(true, false);
    }

    /** What this program says itself carries ids only, and tells whoever has to repair it. */
    @Test
    void ourOwnWordsAreKept() {
        String list = "variables: [{name: a, type: STRING}]";
        Throwable ours = catchThrowable(() -> VariableCatalogue.read(new ByteArrayInputStream(list.getBytes(UTF_8))));
        assertThat(PlainFailure.of(ours)).hasMessage("java.lang.IllegalStateException: " + ours.getMessage());

        Throwable library = catchThrowable(() -> LocalDate.parse(SAID));
        assertThat(library).hasMessageContaining(SAID);
        // wrapped by a class of ours, as this one is
        assertThat(PlainFailure.of(new IllegalStateException(library)))
                .hasMessage("java.lang.IllegalStateException; java.time.format.DateTimeParseException");
    }

    /** Two acts on one case at once: the timer gives way, tries again at once and has lost nothing. */
    @Test
    void aRaceIsNoFailure() {
        Job before = job();
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(new FailedJob(before.getId(), new OptimisticLockingException(SAID)));
        assertThat(job().getRetries()).isEqualTo(before.getRetries());
        assertThat(job().getDuedate()).isEqualTo(before.getDuedate());
        assertThat(job().getExceptionMessage()).isNull();
    }

    /** The database refuses, and quotes a person while doing so. */
    private void plantFault() {
        database.sql("""
                        create or replace function planted_fault() returns trigger language plpgsql as
                        $$ begin raise exception '%s'; end $$
                        """.formatted(SAID)).update();
        database.sql("create trigger planted_fault before insert on task_deadline for each row "
                        + "when (new.case_number = '" + number + "') execute function planted_fault()")
                .update();
    }

    private void fail() {
        String id = job().getId();
        failure = catchThrowable(() -> management.executeJob(id));
        assertThat(failure).hasStackTraceContaining(SAID);
    }

    private Instant due() {
        return job().getDuedate().toInstant();
    }

    private Job job() {
        String id = database.sql("""
                        select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                        join act_ru_jobdef d on d.id_ = j.job_def_id_
                        where e.business_key_ = ? and d.act_id_ = 'pursuitDue'
                        """).params(number).query(String.class).single();
        return management.createJobQuery().jobId(id).singleResult();
    }

    private List<String> lines(String account) {
        List<String> lines = new ArrayList<>();
        office.logsIn(account).call("GET", "/api/watch", null).json().forEach(line -> {
            if (line.path("caseNumber").asText().equals(number)
                    && line.path("step").isNull()) {
                lines.add(
                        line.path("what").asText() + " " + line.path("forWhom").asText());
            }
        });
        return lines;
    }
}
