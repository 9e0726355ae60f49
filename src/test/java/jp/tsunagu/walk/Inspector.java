package jp.tsunagu.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks questions about cases, and has the answers. */
final class Inspector {

    private final JdbcClient database;

    Inspector(JdbcClient database) {
        this.database = database;
    }

    List<Violation> ask(List<Question> questions, Collection<String> cases) {
        List<Violation> violations = new ArrayList<>();
        if (cases.isEmpty()) {
            return violations;
        }
        for (Question question : questions) {
            violations.addAll(database.sql(question.sql())
                    .param("cases", cases)
                    .param("now", Desks.utc(WalkTime.now()))
                    .query((row, number) -> new Violation(
                            question.id(), question.clause(), row.getString("case_number"), row.getString("finding")))
                    .list());
        }
        return violations;
    }
}
