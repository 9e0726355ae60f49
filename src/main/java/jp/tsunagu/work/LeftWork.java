package jp.tsunagu.work;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.access.account.HeldWork;
import jp.tsunagu.casefile.RestrictedCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an account whose owner leaves still has: an administrator sees numbers, 主任 gives the work to others. */
@Component
class LeftWork implements HeldWork {

    private final JdbcClient database;
    private final RestrictedCases restricted;

    LeftWork(JdbcClient database, RestrictedCases restricted) {
        this.database = database;
        this.restricted = restricted;
    }

    @Override
    public Held of(String user) {
        Map<Boolean, List<String>> cases = database.sql("""
                        select distinct c.case_number from case_worker w join support_case c on c.id = w.case_id
                        where w.user_id = ? and w.until is null and c.status <> 'CLOSED' order by 1
                        """).params(user).query(String.class).list().stream()
                .collect(Collectors.partitioningBy(restricted::isRestricted));
        return new Held(
                cases.get(false),
                cases.get(true).size(),
                database.sql("select count(*) from act_ru_task where assignee_ = ?")
                        .params(user)
                        .query(Integer.class)
                        .single());
    }
}
