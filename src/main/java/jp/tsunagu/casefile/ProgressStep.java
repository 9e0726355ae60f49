package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import org.springframework.stereotype.Component;

/** A form with a progress record (第3号様式) says when the next contact is: no open case without a next date (要領 第4条第1号). */
@Component
class ProgressStep implements StepHandler {

    @Override
    public Set<String> steps() {
        return Set.of(
                "reception",
                "reachOut",
                "assess",
                "assessEmployment",
                "recheckWithPerson",
                "pursueHandover",
                "monitorSupport",
                "followUp",
                "followUpAfterClosing",
                "tryContact",
                "provideEmploymentSupport",
                "supportRetention");
    }

    @Override
    public Map<String, Object> derive(Submission submission) {
        JsonNode next = submission.answers().path("record").path("nextDate");
        return next.isTextual()
                ? Map.of("nextContactDate", CaseInstances.asDate(LocalDate.parse(next.asText())))
                : Map.of();
    }
}
