package jp.tsunagu.ledger;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.Counterpart;
import jp.tsunagu.casefile.ProgressEntry;

/** The inputs of a line of 第3号様式, by the names they have on the page. */
final class RecordForm {

    private RecordForm() {}

    static ProgressEntry entry(Typed typed) {
        return new ProgressEntry(
                typed.date("occurredOn"),
                typed.text("method"),
                typed.choice("with", Counterpart.class),
                typed.text("counterpart"),
                typed.text("facts"),
                typed.text("personsWords"),
                typed.text("opinion"),
                typed.text("nextStep"),
                typed.date("nextDate"),
                typed.number("minutes"),
                typed.text("colleagues"));
    }

    /** A line as the inputs show it. */
    static Map<String, String> inputs(ProgressEntry entry) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("occurredOn", date(entry.occurredOn()));
        inputs.put("method", entry.method());
        inputs.put("with", entry.with() == null ? null : entry.with().name());
        inputs.put("counterpart", entry.counterpart());
        inputs.put("facts", entry.facts());
        inputs.put("personsWords", entry.personsWords());
        inputs.put("opinion", entry.opinion());
        inputs.put("nextStep", entry.nextStep());
        inputs.put("nextDate", date(entry.nextDate()));
        inputs.put("minutes", entry.minutes() == null ? null : entry.minutes().toString());
        inputs.put("colleagues", entry.colleagues());
        return inputs;
    }

    /** R8.9.18: what a person would type. */
    static String date(LocalDate day) {
        return day == null ? null : Wareki.formatShort(day);
    }
}
