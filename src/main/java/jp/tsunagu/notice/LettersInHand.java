package jp.tsunagu.notice;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import jp.tsunagu.casefile.ReadingGround;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever has a letter in hand that has not arrived may read its case: it is printed again, and the step is long over. */
@Component
class LettersInHand implements ReadingGround {

    private final JdbcClient database;

    LettersInHand(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<String> among(String user, Set<String> groups, Collection<String> caseNumbers) {
        return caseNumbers.isEmpty()
                ? Set.of()
                : new HashSet<>(database.sql("""
                                select distinct c.case_number from notice n join support_case c on c.id = n.case_id
                                where c.case_number in (:numbers) and n.taken_by = :user and n.state <> 'SENT'
                                """)
                        .param("numbers", caseNumbers)
                        .param("user", user)
                        .query(String.class)
                        .list());
    }
}
