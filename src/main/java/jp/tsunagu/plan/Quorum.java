package jp.tsunagu.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.engine.Decisions;
import jp.tsunagu.municipality.Settings;
import org.springframework.stereotype.Component;

/** Who has to sit in a meeting, by table {@code conferenceQuorum} (要領 第9条第6号; 長岡市実施要領 5). */
@Component
class Quorum {

    private static final Map<String, String> NAMES =
            Map.of("chief", "主任相談支援員", "wardOfficer", "区の担当者", "outside", "センター以外の機関");

    private final Decisions decisions;
    private final DecisionTypes types;
    private final Settings settings;

    Quorum(Decisions decisions, DecisionTypes types, Settings settings) {
        this.decisions = decisions;
        this.types = types;
        this.settings = settings;
    }

    /**
     * Who has to be there.
     *
     * @param reason the table's words
     */
    record Required(String kind, String reason) {}

    List<String> required(int procedureSet, PlanContent plan, LocalDate day) {
        return reasons(procedureSet, plan, day).stream().map(Required::kind).toList();
    }

    /** The same with why. */
    List<Required> reasons(int procedureSet, PlanContent plan, LocalDate day) {
        boolean hasSupportDecision =
                plan.services().stream().anyMatch(service -> types.needsSupportDecision(procedureSet, service, day));
        return decisions
                .rows(
                        procedureSet,
                        "conferenceQuorum",
                        Map.of("municipality", settings.municipality(), "hasSupportDecision", hasSupportDecision))
                .stream()
                .map(row -> new Required((String) row.get("attendee"), (String) row.get("reason")))
                .toList();
    }

    /** The names of those who are required and not there. */
    List<String> missing(List<String> required, Set<String> present) {
        return required.stream()
                .filter(kind -> !present.contains(kind))
                .map(Quorum::name)
                .toList();
    }

    static String name(String kind) {
        return NAMES.getOrDefault(kind, kind);
    }

    static String names(List<String> kinds) {
        return kinds.stream().map(Quorum::name).collect(Collectors.joining("、"));
    }
}
