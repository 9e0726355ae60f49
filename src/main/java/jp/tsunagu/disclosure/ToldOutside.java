package jp.tsunagu.disclosure;

import java.util.Optional;
import jp.tsunagu.casefile.DoneStep;
import jp.tsunagu.casefile.LeftTheHouse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody outside was told after a step: nobody can take it back from them. */
@Component
class ToldOutside implements LeftTheHouse {

    private final JdbcClient database;

    ToldOutside(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<String> since(String caseNumber, DoneStep step) {
        boolean told = database.sql("""
                        select exists (select 1 from disclosure d join support_case c on c.id = d.case_id
                          where c.case_number = ? and d.case_version >= ?)
                        """)
                .params(caseNumber, step.caseVersion())
                .query(Boolean.class)
                .single();
        return told ? Optional.of("この手順で、またはその後に、情報を外部に伝えています。伝えた情報は取り戻せません。") : Optional.empty();
    }
}
