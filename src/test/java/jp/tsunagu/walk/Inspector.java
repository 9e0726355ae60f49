package jp.tsunagu.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jp.tsunagu.casefile.crypt.Opened;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks questions about cases, and has the answers. */
final class Inspector {

    private final Opened opened;

    Inspector(Opened opened) {
        this.opened = opened;
    }

    List<Violation> ask(List<Question> questions, Collection<String> cases) {
        return cases.isEmpty() ? List.of() : opened.ask(database -> ask(database, questions, cases));
    }

    private static List<Violation> ask(JdbcClient database, List<Question> questions, Collection<String> cases) {
        List<Violation> violations = new ArrayList<>();
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
