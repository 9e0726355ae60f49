package jp.tsunagu.notice;

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
    public boolean holds(String user, String caseNumber) {
        return database.sql("""
                        select exists (select 1 from notice n join support_case c on c.id = n.case_id
                          where c.case_number = ? and n.taken_by = ? and n.state <> 'SENT')
                        """).params(caseNumber, user).query(Boolean.class).single();
    }
}
