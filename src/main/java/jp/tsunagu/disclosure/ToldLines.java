package jp.tsunagu.disclosure;

import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.engine.Members;
import org.springframework.stereotype.Component;

/** The record of disclosures of a case in words. Whoever shows it has asked whether the reader may see it. */
@Component
public class ToldLines {

    private final Disclosures disclosures;
    private final DisclosureTable table;
    private final Members members;

    ToldLines(Disclosures disclosures, DisclosureTable table, Members members) {
        this.disclosures = disclosures;
        this.table = table;
        this.members = members;
    }

    /** A line of the record in words. */
    public record Row(String on, String to, String items, String ground, String purpose, String by) {}

    /** All of a case, the oldest first. */
    public List<Row> of(String caseNumber) {
        return disclosures.of(caseNumber).stream().map(this::row).toList();
    }

    private Row row(DisclosureLog.Line line) {
        return new Row(
                Wareki.format(line.on()),
                table.label(line.body()) + "　" + line.receiver(),
                line.items().stream().map(table::label).collect(Collectors.joining("、")),
                table.label(line.ground()),
                line.purpose() + (line.paper() == null ? "" : "（" + line.paper() + "・台帳の版" + line.caseVersion() + "）"),
                members.nameOf(line.by()));
    }
}
