package jp.tsunagu.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.Members;
import jp.tsunagu.plan.PlanHistory.Decision;
import jp.tsunagu.plan.PlanHistory.Support;
import jp.tsunagu.plan.PlanHistory.Version;
import jp.tsunagu.plan.ServiceCatalogue;
import org.springframework.stereotype.Component;

/** What was done with a version of a plan, in words: the conference's and the ward's columns of 第4号様式, the services of 第6号様式. */
@Component
class PlanOnPaper {

    /** So many characters of the hash tell two contents apart by eye. */
    private static final int SHORT_HASH = 8;

    private static final String PROVIDER = "supportProvider";

    private final ServiceCatalogue catalogue;
    private final Cases cases;
    private final Members members;

    PlanOnPaper(ServiceCatalogue catalogue, Cases cases, Members members) {
        this.catalogue = catalogue;
        this.cases = cases;
        this.members = members;
    }

    Map<String, Object> words(String caseNumber, Version version) {
        Map<String, Object> words = new HashMap<>();
        words.put("planNumber", version.plan());
        words.put("planLabel", version.label());
        words.put("planHash", version.hash().substring(0, SHORT_HASH));
        words.put("planCutBy", members.nameOf(version.author()));
        words.put("planAgreedOn", day(version.agreedOn()));
        words.put("planApprovedOn", day(version.approvedOn()));
        words.put("planSubmittedOn", day(version.submittedOn()));
        words.put("planRejectedOn", day(version.rejectedOn()));
        version.decision().ifPresent(decision -> decided(caseNumber, version, decision, words));
        return words;
    }

    private void decided(String caseNumber, Version version, Decision decision, Map<String, Object> words) {
        words.put("planDecidedOn", day(decision.decidedOn()));
        words.put("planDecision", decision.type());
        words.put("planDecidedBy", members.nameOf(decision.decidedBy()) + (decision.byDeputy() ? "（代決）" : ""));
        words.put("planDocumentNumber", decision.documentNumber() == null ? "" : decision.documentNumber());
        words.put("planSupports", rows(caseNumber, decision.supports(), version));
    }

    /** The services of one act of 支援決定, all of them, with what the plan says of each. */
    List<Map<String, Object>> rows(String caseNumber, List<Support> supports, Version version) {
        String municipality = cases.find(caseNumber).municipality();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Support support : supports) {
            rows.add(Map.of(
                    "number",
                    rows.size() + 1,
                    "supportService",
                    catalogue.name(municipality, support.service(), support.from()),
                    PROVIDER,
                    support.provider(),
                    "supportFrom",
                    day(support.from()),
                    "supportTo",
                    day(support.to()),
                    "supportContent",
                    content(support, version)));
        }
        return rows;
    }

    private static String content(Support support, Version version) {
        return Stream.of("planItems", "employmentItems")
                .flatMap(key -> StreamSupport.stream(version.content().path(key).spliterator(), false))
                .filter(item -> item.path("service").asText().equals(support.service())
                        && item.path("provider").asText().trim().equals(support.provider())
                        && item.path("from").asText().equals(support.from().toString()))
                .map(item -> item.path("content").asText())
                .findFirst()
                .orElse("");
    }

    /** What stands beside the forms, without the names of providers: of a restricted case they tell where the person is (EV8). */
    static Map<String, Object> withoutProviders(Map<String, Object> beside) {
        Map<String, Object> without = new HashMap<>(beside);
        without.replaceAll((name, value) -> value instanceof List<?> rows
                ? rows.stream().map(PlanOnPaper::withoutProvider).toList()
                : value);
        return without;
    }

    private static Object withoutProvider(Object row) {
        if (!(row instanceof Map<?, ?> cells) || !cells.containsKey(PROVIDER)) {
            return row;
        }
        Map<Object, Object> without = new HashMap<>(cells);
        without.put(PROVIDER, PaperWords.RESTRICTED);
        return without;
    }

    /** The names as they were on that day: a paper of an earlier day keeps them. */
    Map<String, String> services(String caseNumber, LocalDate on) {
        return catalogue.on(cases.find(caseNumber).municipality(), on);
    }

    private static String day(LocalDate day) {
        return day == null ? "" : Wareki.format(day);
    }
}
