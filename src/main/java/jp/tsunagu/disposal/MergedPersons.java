package jp.tsunagu.disposal;

import java.util.List;
import jp.tsunagu.casefile.SamePerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 名寄せ of a person of whom one record goes: those that counted as one through it still do. The reasons that people gave for it go
 * with the record; the rows that take their place say only that.
 */
@Component
class MergedPersons {

    private static final String REASON = "廃棄した記録を通じた名寄せの引き継ぎ";

    /** One remaining case of each record that the merges of this person, or of this case, joined. */
    private static final String NEIGHBOURS = """
            with merged as (
              select m.* from person_merge m
              where (m.one_person = :person or m.other_person = :person)
                and m.undoes is null and not exists (select 1 from person_merge u where u.undoes = m.id)
                and (:gone or m.one_case = :number or m.other_case = :number)
            ), joined as (
              select one_person as person, done_by from merged union select other_person, done_by from merged
            )
            select distinct on (c.person_id) c.case_number as number, j.done_by as by
            from joined j join support_case c on c.person_id = j.person and c.case_number <> :number
            order by c.person_id, c.case_number""";

    private final JdbcClient database;
    private final SamePerson persons;

    MergedPersons(JdbcClient database, SamePerson persons) {
        this.database = database;
        this.persons = persons;
    }

    private record Neighbour(String number, String by) {}

    /**
     * Joins what remains, before the rows that name the case go.
     *
     * @param personGoes whether the record itself goes too, as it has no other case
     */
    void bridge(ClosedCase of, boolean personGoes) {
        List<Neighbour> left = database.sql(NEIGHBOURS)
                .param("person", of.person())
                .param("number", of.number())
                .param("gone", personGoes)
                .query(Neighbour.class)
                .list();
        for (int i = 1; i < left.size(); i++) {
            Neighbour one = left.get(i - 1);
            Neighbour other = left.get(i);
            persons.carryOver(one.number(), other.number(), REASON, one.by());
        }
    }
}
