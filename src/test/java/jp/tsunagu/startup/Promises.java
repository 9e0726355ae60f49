package jp.tsunagu.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import jp.tsunagu.casefile.crypt.Opened;
import jp.tsunagu.startup.LoadedCase.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server acknowledged to a load, held against what the database has. */
record Promises(DataSource database, Load load) {

    private static final Logger FIGURES = LoggerFactory.getLogger("jp.tsunagu.figures");

    /** Returns how many forms had got no answer. Each of them is there as a whole, or not at all. */
    int areKept() {
        List<Outcome> unanswered = Opened.of(database).ask(load::settle);
        FIGURES.info(
                "acknowledged {}, without an answer {}, of which stored {}",
                load.acknowledged(),
                unanswered.size(),
                unanswered.stream().filter(Outcome.STORED::equals).count());
        assertThat(Wholeness.broken(database)).isEmpty();
        assertThat(documents())
                .containsExactlyInAnyOrderElementsOf(load.cases().stream()
                        .flatMap(one -> one.promised().stream())
                        .toList());
        return unanswered.size();
    }

    private List<String> documents() {
        return Opened.of(database)
                .ask(opened -> opened.sql("select c.case_number || ' ' || d.step || ' ' || coalesce(d.task_id, '-') "
                                + "from form_document d join support_case c on c.id = d.case_id "
                                + "join person p on p.id = c.person_id where p.name like ? || '%'")
                        .param(LoadedCase.NAME)
                        .query(String.class)
                        .list());
    }
}
