package jp.tsunagu.oversight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.engine.Diagrams;
import jp.tsunagu.engine.Members;
import jp.tsunagu.municipality.Absences;
import org.springframework.stereotype.Component;

/** Why a case stands still, as far as the program can see it by itself; what staff say about it comes from {@link ActLog}. */
@Component
class StuckWhy {

    private final Absences absences;
    private final Members members;
    private final Diagrams diagrams;

    StuckWhy(Absences absences, Members members, Diagrams diagrams) {
        this.absences = absences;
        this.members = members;
        this.diagrams = diagrams;
    }

    List<String> of(StuckStay stay) {
        List<String> why = new ArrayList<>();
        if (stay.waitsForPerson()) {
            String since = stay.waitingSince() == null ? "" : "（" + day(stay.waitingSince()) + "から）";
            why.add(stay.status().equals("SUSPENDED") ? "支援を中断しています" + since : "本人と連絡がつきません" + since);
        }
        if (stay.failedStep() != null) {
            Map<String, String> names = diagrams.stepNames();
            why.add("自動の処理が止まっています（" + names.getOrDefault(stay.failedStep(), stay.failedStep()) + "）");
        }
        if (stay.taskId() != null && stay.assignee() == null) {
            why.add("まだだれも担当していません");
        }
        away(stay.assignee(), "担当の", why);
        if (stay.worker() != null && !stay.worker().equals(stay.assignee())) {
            away(stay.worker(), "ケースの担当の", why);
        }
        if (stay.conferenceOn() != null) {
            why.add("支援調整会議は" + day(stay.conferenceOn()) + "です");
        }
        if (stay.again()) {
            why.add("この手順に戻ってきたケースです");
        }
        return why;
    }

    private void away(String user, String who, List<String> why) {
        if (user != null) {
            absences.until(user)
                    .ifPresent(until -> why.add(who + members.nameOf(user) + "さんは" + day(until) + "まで不在です"));
        }
    }

    private static String day(LocalDate day) {
        return Wareki.format(day);
    }
}
