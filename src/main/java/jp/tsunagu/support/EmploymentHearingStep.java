package jp.tsunagu.support;

import java.util.Map;
import java.util.Set;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import org.springframework.stereotype.Component;

/** 就労支援員の聞き取り (要領 第11条第1号) has taken place in this assessment. */
@Component
class EmploymentHearingStep implements StepHandler {

    @Override
    public Set<String> steps() {
        return Set.of("assessEmployment");
    }

    @Override
    public Map<String, Object> derive(Submission submission) {
        return Map.of("employmentAssessed", true);
    }
}
