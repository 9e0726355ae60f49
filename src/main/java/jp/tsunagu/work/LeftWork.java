package jp.tsunagu.work;

import jp.tsunagu.access.account.HeldWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an account whose owner leaves still has: an administrator sees numbers, 主任 gives the work to others. */
@Component
class LeftWork implements HeldWork {

    private final JdbcClient database;

    LeftWork(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Held of(String user) {
        return new Held(
                database.sql("""
                                select distinct c.case_number from case_worker w join support_case c on c.id = w.case_id
                                where w.user_id = ? and w.until is null and c.status <> 'CLOSED' order by 1
                                """).params(user).query(String.class).list(),
                database.sql("select count(*) from act_ru_task where assignee_ = ?")
                        .params(user)
                        .query(Integer.class)
                        .single());
    }
}
