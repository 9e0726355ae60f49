package jp.tsunagu.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which other cases may be of the same person: same ふりがな however it is written, or same birth date and name. */
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

    private record Known(
            String number, String name, String kana, String foldedKana, LocalDate birthDate, LocalDate receivedOn) {}

    /** The likeliest first; none for a person of whom neither ふりがな nor birth date is known. */
    @Transactional(readOnly = true)
    public List<Candidate> of(String caseNumber) {
        Known mine =
                database.sql("""
                        select c.case_number, c.received_on, p.name, p.kana, folded_kana(p.kana) as folded, p.birth_date
                        from support_case c join person p on p.id = c.person_id where c.case_number = ?
                        """).param(caseNumber).query(LikelySame::known).single();
        return database
                .sql("""
                        select c.case_number, c.received_on, p.name, p.kana, folded_kana(p.kana) as folded, p.birth_date
                        from person p join support_case c on c.person_id = p.id
                        where (folded_kana(p.kana) = :kana or p.birth_date = :birth) and c.case_number <> :mine
                        order by c.received_on desc limit :most
                        """)
                .param("kana", mine.foldedKana())
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
        return one.foldedKana() != null && one.foldedKana().equals(other.foldedKana());
    }

    private static boolean sameName(Known one, Known other) {
        return one.name() != null && other.name() != null && folded(one.name()).equals(folded(other.name()));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s　]", "");
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(
                row.getString("case_number"),
                row.getString("name"),
                row.getString("kana"),
                row.getString("folded"),
                row.getObject("birth_date", LocalDate.class),
                row.getObject("received_on", LocalDate.class));
    }
}
