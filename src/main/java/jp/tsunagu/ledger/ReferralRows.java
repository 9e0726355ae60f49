package jp.tsunagu.ledger;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.casefile.CaseSheet.Head;
import jp.tsunagu.casefile.PlacesOfPerson;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The つなぎ of a case at one glance: to whom, since when, received or not. */
@Component
class ReferralRows {

    private static final String ROWS = """
            select kind, receiver, opened_on, handed_over_on, received_by, received_at, result, closed_on, id
            from referral where case_id = ? order by opened_on desc, id""";

    private final JdbcClient database;
    private final Vault vault;
    private final TimelineWords words;

    ReferralRows(JdbcClient database, Vault vault, TimelineWords words) {
        this.vault = vault;
        this.database = database;
        this.words = words;
    }

    /**
     * One つなぎ.
     *
     * @param receipt who confirmed the receipt and when; null as long as nobody has
     * @param open true until it is settled
     */
    record Row(String to, String openedOn, String handedOverOn, String receipt, String result, boolean open) {}

    /** Of a restricted case without the name of the receiver, where the person could be found (EV8). */
    List<Row> of(Head of) {
        return of.namedOnly()
                ? of(of.id()).stream()
                        .map(row -> new Row(
                                row.to().replaceFirst("（.*", PlacesOfPerson.HIDDEN),
                                row.openedOn(),
                                row.handedOverOn(),
                                row.receipt() == null ? null : PlacesOfPerson.HIDDEN,
                                row.result(),
                                row.open()))
                        .toList()
                : of(of.id());
    }

    private List<Row> of(UUID caseId) {
        return database.sql(ROWS)
                .param(caseId)
                .query((row, number) -> {
                    String office = row.getString(1).equals("WELFARE_OFFICE") ? "福祉事務所" : "他機関";
                    UUID id = row.getObject(9, UUID.class);
                    String receiver = vault.text(Place.of("referral.receiver", id), row.getBytes(2));
                    LocalDateTime received = row.getObject(6, LocalDateTime.class);
                    return new Row(
                            receiver == null ? office : office + "（" + receiver + "）",
                            Days.full(row.getObject(3, LocalDate.class)),
                            Days.full(row.getObject(4, LocalDate.class)),
                            received == null
                                    ? null
                                    : vault.text(Place.of("referral.received_by", id), row.getBytes(5)) + "　"
                                            + Days.full(received.toLocalDate())
                                            + "%d:%02d".formatted(received.getHour(), received.getMinute()),
                            words.result(row.getString(7)),
                            row.getObject(8) == null);
                })
                .list();
    }
}
