package jp.tsunagu.walk;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.municipality.Absences;
import jp.tsunagu.municipality.Settings;

/**
 * What happens around all cases: somebody is away, the ward decides for a while in its own document system. It begins on the
 * day after, so that a day is the same from morning to evening, also when one of its cases is told again.
 */
final class Weather {

    private static final List<String> SOMETIMES_AWAY = List.of("kaji", "kaji", "otsuki", "uda", "saeki", "kobayakawa");

    private final Absences absences;
    private final Settings settings;
    private boolean documentSystem;

    Weather(Absences absences, Settings settings) {
        this.absences = absences;
        this.settings = settings;
    }

    void change(Dice dice) {
        LocalDate tomorrow = WalkTime.today().plusDays(1);
        if (dice.chance(0.7)) {
            absences.add(dice.one(SOMETIMES_AWAY), tomorrow, tomorrow.plusDays(dice.between(0, 20)));
        } else {
            documentSystem = !documentSystem && dice.chance(0.5);
            settings.set(Settings.APPROVAL_METHOD, documentSystem ? "wardDocumentSystem" : "tsunagu", tomorrow);
        }
    }
}
