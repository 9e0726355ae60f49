package jp.tsunagu.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.ReadingGround;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ward's line reads a case from the day on which a plan of it was submitted (要領 第10条第1号), and none before. */
@Component
class SubmittedToWard implements ReadingGround {

    private final JdbcClient database;

    SubmittedToWard(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<String> among(String user, Set<String> groups, Collection<String> caseNumbers) {
        return caseNumbers.isEmpty() || Collections.disjoint(groups, Roles.WARD)
                ? Set.of()
                : new HashSet<>(database.sql("""
                                select distinct c.case_number from plan_act a
                                join plan_version v on v.id = a.plan_version_id join plan p on p.id = v.plan_id
                                join support_case c on c.id = p.case_id
                                where c.case_number in (:numbers) and a.act = :submitted
                                """)
                        .param("numbers", caseNumbers)
                        .param("submitted", PlanAct.Kind.SUBMITTED.name())
                        .query(String.class)
                        .list());
    }
}
