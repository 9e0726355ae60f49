package jp.tsunagu.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which other cases may be of the same person: same ふりがな, or same birth date and name, however they are written. */
@Component
public class LikelySame {

    private static final int MOST = 200;

    private final JdbcClient database;

    LikelySame(JdbcClient database) {
        this.database = database;
    }

    /**
     * A case to compare with.
     *
     * @param birthDate null if it is not known
     * @param why what is alike, and what is not
     * @param alike true if nothing speaks against it
     */
    public record Candidate(
            String number,
            String name,
            String kana,
            LocalDate birthDate,
            LocalDate receivedOn,
            String why,
            boolean alike) {}

    private record Known(String number, String name, String kana, LocalDate birthDate, LocalDate receivedOn) {

        /** What a person's {@link NameFolding#searched} ends with whose ふりがな is the same; null if it is not known. */
        String ending() {
            return kana == null || NameFolding.fold(kana).isEmpty()
                    ? null
                    : NameFolding.BEGINNING + NameFolding.fold(kana);
        }
    }

    /** The likeliest first; none for a person of whom neither ふりがな nor birth date is known. */
    @Transactional(readOnly = true)
    public List<Candidate> of(String caseNumber) {
        Known mine =
                database.sql("""
                        select c.case_number, c.received_on, p.name, p.kana, p.birth_date
                        from support_case c join person p on p.id = c.person_id where c.case_number = ?
                        """).param(caseNumber).query(LikelySame::known).single();
        return database
                .sql("""
                        select c.case_number, c.received_on, p.name, p.kana, p.birth_date
                        from person p join support_case c on c.person_id = p.id
                        where (name_parts(p.search_text) @> cast(:parts as text[]) and p.search_text like '%' || :ending
                          or p.birth_date = :birth) and c.case_number <> :mine
                        order by c.received_on desc limit :most
                        """)
                .param("parts", mine.ending() == null ? null : NameFolding.parts(mine.ending()), Types.ARRAY)
                .param("ending", mine.ending(), Types.VARCHAR)
                .param("birth", mine.birthDate(), Types.DATE)
                .param("mine", caseNumber)
                .param("most", MOST)
                .query(LikelySame::known)
                .list()
                .stream()
                .filter(other -> sameKana(mine, other) || sameName(mine, other))
                .map(other -> candidate(mine, other))
                .sorted(Comparator.comparing(Candidate::alike).reversed())
                .toList();
    }

    private static Candidate candidate(Known mine, Known other) {
        boolean birthKnown = mine.birthDate() != null && other.birthDate() != null;
        boolean sameBirth = birthKnown && mine.birthDate().equals(other.birthDate());
        String birth = !birthKnown ? "生年月日は一方が不明" : sameBirth ? "生年月日が同じ" : "生年月日が違う";
        String name = sameKana(mine, other) ? "ふりがなが同じ" : "氏名が同じ（ふりがなは違う）";
        return new Candidate(
                other.number(),
                other.name(),
                other.kana(),
                other.birthDate(),
                other.receivedOn(),
                name + "・" + birth,
                sameBirth || !birthKnown);
    }

    private static boolean sameKana(Known one, Known other) {
        return one.ending() != null && one.ending().equals(other.ending());
    }

    private static boolean sameName(Known one, Known other) {
        String name = one.name() == null ? "" : NameFolding.fold(one.name());
        return !name.isEmpty() && other.name() != null && name.equals(NameFolding.fold(other.name()));
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(
                row.getString("case_number"),
                row.getString("name"),
                row.getString("kana"),
                row.getObject("birth_date", LocalDate.class),
                row.getObject("received_on", LocalDate.class));
    }
}
