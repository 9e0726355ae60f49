package jp.tsunagu.procedure.publish;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.draft.Drafts;
import jp.tsunagu.procedure.scenario.ScenarioResult.Parting;
import jp.tsunagu.procedure.scenario.Scenarios;
import jp.tsunagu.procedure.scenario.Scenarios.Outcome;
import jp.tsunagu.procedure.scenario.Scenarios.Outcomes;
import org.springframework.stereotype.Component;

/** 例題 on a 改定案: a case that no longer goes as it is told, or was not tried, needs a reason like any other warning. */
@Component
class ToldCases {

    private static final String RULE = "scenario";
    private static final String FOLDER = "processes/scenarios";

    private final Drafts drafts;
    private final Scenarios scenarios;

    ToldCases(Drafts drafts, Scenarios scenarios) {
        this.drafts = drafts;
        this.scenarios = scenarios;
    }

    /** By what is known of exactly these files; nothing is run. */
    List<Finding> findings(int draft) {
        Outcomes outcomes = scenarios.results(drafts.files(draft));
        return Stream.concat(
                        outcomes.notRun() > 0 ? Stream.of(notRun(outcomes.notRun())) : Stream.empty(),
                        outcomes.all().stream().filter(Outcome::isRed).map(ToldCases::red))
                .toList();
    }

    private static Finding notRun(long count) {
        return Finding.warning(RULE, FOLDER, null, "例題 " + count + " 件を、この内容でまだ実行していません。改定案の「例題」のページで実行できます。");
    }

    private static Finding red(Outcome outcome) {
        Parting parted = outcome.result().orElseThrow().parted();
        String element = parted.elements().isEmpty() ? null : parted.elements().get(0);
        return Finding.warning(
                RULE,
                parted.file() == null ? FOLDER : parted.file(),
                element,
                "例題「" + outcome.scenario().title() + "」は、「" + parted.said() + "」で手続と分かれます。話では " + parted.expected()
                        + "、実際は " + parted.found());
    }
}
