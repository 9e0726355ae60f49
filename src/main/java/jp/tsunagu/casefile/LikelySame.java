package jp.tsunagu.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.casefile.crypt.BlindIndex;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which other cases may be of the same person: same ふりがな, or same birth date and name, however they are written. */
@Component
public class LikelySame {

    private static final int MOST = 200;

    private final JdbcClient database;
    private final Vault vault;
    private final BlindIndex index;

    LikelySame(JdbcClient database, Vault vault, BlindIndex index) {
        this.database = database;
        this.vault = vault;
        this.index = index;
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

        /** ふりがな as it is compared; null if it is not known. */
        String sound() {
            return kana == null || NameFolding.fold(kana).isEmpty() ? null : NameFolding.fold(kana);
        }
    }

    /** The likeliest first; none for a person of whom neither ふりがな nor birth date is known. */
    @Transactional(readOnly = true)
    public List<Candidate> of(String caseNumber) {
        Known mine = database.sql("""
                        select c.case_number, c.received_on, p.id, p.name, p.kana, p.birth_date
                        from support_case c join person p on p.id = c.person_id where c.case_number = ?
                        """).param(caseNumber).query(this::known).single();
        return database
                .sql("""
                        select c.case_number, c.received_on, p.id, p.name, p.kana, p.birth_date
                        from person p join support_case c on c.person_id = p.id
                        where (p.search_parts && :kana or p.search_birth = any (:birth)) and c.case_number <> :mine
                        order by c.received_on desc limit :most
                        """)
                .param("kana", kana(mine))
                .param("birth", index.sought(mine.birthDate()))
                .param("mine", caseNumber)
                .param("most", MOST)
                .query(this::known)
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
        return one.sound() != null && one.sound().equals(other.sound());
    }

    private static boolean sameName(Known one, Known other) {
        String name = one.name() == null ? "" : NameFolding.fold(one.name());
        return !name.isEmpty() && other.name() != null && name.equals(NameFolding.fold(other.name()));
    }

    /** The hash of ふりがな under each key. */
    private Long[] kana(Known mine) {
        return mine.sound() == null
                ? new Long[0]
                : index.sought(List.of(NameParts.ofKana(mine.kana()))).stream()
                        .flatMap(Stream::of)
                        .toArray(Long[]::new);
    }

    private Known known(ResultSet row, int number) throws SQLException {
        String birthDate = opened(row, "birth_date");
        return new Known(
                row.getString("case_number"),
                opened(row, "name"),
                opened(row, "kana"),
                birthDate == null ? null : LocalDate.parse(birthDate),
                row.getObject("received_on", LocalDate.class));
    }

    private String opened(ResultSet row, String column) throws SQLException {
        return vault.text(Place.of("person." + column, row.getObject("id", UUID.class)), row.getBytes(column));
    }
}
