package jp.tsunagu.startup;

import static jp.tsunagu.story.Answers.with;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Handovers that stand still, each watched by two timers (要領 第9条第5号): one makes a task for 主任, the other for 課長. */
final class Handovers {

    private static final int DESKS = 4;

    private final JdbcClient database;

    Handovers(JdbcClient database) {
        this.database = database;
    }

    /** So many people who want to apply for 生活保護; all timers wait for days that have not come. */
    void begin(Office office, int people) {
        AtomicInteger waiting = new AtomicInteger(people);
        List<CompletableFuture<Void>> desks = Stream.generate(() ->
                        CompletableFuture.runAsync(() -> receive(office, waiting), desk -> new Thread(desk).start()))
                .limit(DESKS)
                .toList();
        desks.forEach(CompletableFuture::join);
    }

    private static void receive(Office office, AtomicInteger waiting) {
        while (waiting.getAndDecrement() > 0) {
            String number = office.as("saeki").receives(RipeCase.reception());
            office.as("saeki")
                    .does(number, "decideTriage", with(Answers.triage("continueSupport"), "welfareIntent", "yes"));
        }
    }

    /** The day of so many timers has come: nobody can move the clock of a program that runs by itself. */
    int fallDue(int timers) {
        return database.sql("""
                        update act_ru_job set duedate_ = now() at time zone 'UTC' - interval '1 minute'
                        where id_ in (select id_ from act_ru_job where process_def_key_ = 'welfareOfficeReferral'
                        and duedate_ > now() at time zone 'UTC' order by id_ limit ?)""").param(timers).update();
    }

    long due() {
        return database.sql("select count(*) from act_ru_job where duedate_ < now() at time zone 'UTC'")
                .query(Long.class)
                .single();
    }

    /** The tasks that the timers have made. */
    long tasksMade() {
        return database.sql("select count(*) from act_hi_taskinst where task_def_key_ in "
                        + "('pursueHandover', 'instructHandover')")
                .query(Long.class)
                .single();
    }

    long incidents() {
        return database.sql("select count(*) from act_ru_incident")
                .query(Long.class)
                .single();
    }
}
