package jp.tsunagu.oversight.forecast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Works out what is to be expected of every case. What goes on side by side in a case is taken as independent. */
@Component
class Outlooks {

    private final OpenStays stays;
    private final CourseBook book;

    Outlooks(OpenStays stays, CourseBook book) {
        this.stays = stays;
        this.book = book;
    }

    /** Of every case in which somebody or something is waited for, also those of which nothing is to be feared. */
    List<Outlook> of(Today today) {
        Course course = book.read();
        // thousands of stays are alike: same step, same days
        Map<OpenStay, Chance> known = new HashMap<>();
        Map<String, OpenStays.Line> once = new LinkedHashMap<>();
        stays.read(today).forEach(line -> once.merge(line.activityId(), line, Outlooks::firstToEnd));
        Map<String, Outlook> ofCase = new LinkedHashMap<>();
        for (OpenStays.Line line : once.values()) {
            Chance chance = known.computeIfAbsent(line.stay(), course::of);
            ofCase.merge(line.caseNumber(), alone(line, chance, course), Outlooks::together);
        }
        return new ArrayList<>(ofCase.values());
    }

    private static OpenStays.Line firstToEnd(OpenStays.Line one, OpenStays.Line other) {
        Integer ends = one.stay().ends();
        return other.stay().ends() == null
                        || ends != null && ends <= other.stay().ends()
                ? one
                : other;
    }

    private static Outlook alone(OpenStays.Line line, Chance chance, Course course) {
        StepKey late = chance.any() > 0
                ? course.step(chance.likeliest()).key()
                : line.stay().step();
        return new Outlook(line.caseNumber(), chance.any(), line.activityId(), line.role(), late);
    }

    private static Outlook together(Outlook one, Outlook other) {
        Outlook likelier = one.probability() >= other.probability() ? one : other;
        double any = 1 - (1 - one.probability()) * (1 - other.probability());
        return new Outlook(likelier.caseNumber(), any, likelier.activityId(), likelier.role(), likelier.late());
    }
}
