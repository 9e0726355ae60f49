package jp.tsunagu.disclosure;

import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.PlacesOfPerson;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.Members;
import org.springframework.stereotype.Component;

/**
 * The record of disclosures of a case in words. Whoever shows it has asked whether the reader may see it. Of a restricted case it
 * does not name the receiver until the reader has opened its places: whoever knows which school was told finds the person there.
 */
@Component
public class ToldLines {

    private final Disclosures disclosures;
    private final DisclosureTable table;
    private final RestrictedCases restricted;
    private final Members members;

    ToldLines(Disclosures disclosures, DisclosureTable table, RestrictedCases restricted, Members members) {
        this.disclosures = disclosures;
        this.table = table;
        this.restricted = restricted;
        this.members = members;
    }

    /** A line of the record in words. */
    public record Row(String on, String to, String items, String ground, String purpose, String by) {}

    /** All of a case, the oldest first, as this person may read it now. */
    public List<Row> of(String caseNumber, String user) {
        boolean hidden = restricted.hidesPlaces(user, caseNumber);
        return disclosures.of(caseNumber).stream()
                .map(line -> row(line, hidden))
                .toList();
    }

    private Row row(DisclosureLog.Line line, boolean hidden) {
        return new Row(
                Wareki.format(line.on()),
                table.label(line.body()) + "　" + (hidden ? PlacesOfPerson.HIDDEN : line.receiver()),
                line.items().stream().map(table::label).collect(Collectors.joining("、")),
                table.label(line.ground()),
                line.purpose() + (line.paper() == null ? "" : "（" + line.paper() + "・台帳の版" + line.caseVersion() + "）"),
                members.nameOf(line.by()));
    }
}
