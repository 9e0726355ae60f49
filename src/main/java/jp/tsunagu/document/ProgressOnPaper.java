package jp.tsunagu.document;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.ContactMethods;
import jp.tsunagu.casefile.ProgressLine;
import jp.tsunagu.engine.Members;
import org.springframework.stereotype.Component;

/** 第3号様式, line by line: facts, the person's words and the worker's opinion apart from each other (要領 第9条第4号). */
@Component
class ProgressOnPaper {

    private final Cases cases;
    private final ContactMethods methods;
    private final Members members;

    ProgressOnPaper(Cases cases, ContactMethods methods, Members members) {
        this.cases = cases;
        this.methods = methods;
        this.members = members;
    }

    List<Map<String, Object>> lines(String caseNumber) {
        Map<String, String> all = methods.all();
        return cases.progress(caseNumber).stream().map(line -> words(line, all)).toList();
    }

    private Map<String, Object> words(ProgressLine line, Map<String, String> methods) {
        Map<String, Object> words = new HashMap<>();
        words.put("lineOn", Wareki.format(line.occurredOn()));
        words.put("lineMethod", methods.getOrDefault(line.method(), line.method()));
        words.put("lineWith", text(line.counterpart()));
        words.put("lineBy", line.recordedBy() == null ? "" : members.nameOf(line.recordedBy()));
        words.put("lineFacts", text(line.facts()));
        words.put("lineWords", text(line.personsWords()));
        words.put("lineOpinion", text(line.opinion()));
        words.put("lineNext", text(line.nextStep()));
        words.put("lineNextOn", day(line.nextDate()));
        return words;
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    private static String day(LocalDate day) {
        return day == null ? "" : Wareki.format(day);
    }
}
