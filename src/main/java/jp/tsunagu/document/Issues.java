package jp.tsunagu.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.CaseDocument;
import jp.tsunagu.document.PaperMade.Present;
import jp.tsunagu.engine.FormSchemas;
import jp.tsunagu.engine.Members;
import jp.tsunagu.plan.PlanHistory;
import jp.tsunagu.plan.PlanHistory.Decision;
import jp.tsunagu.plan.PlanHistory.Support;
import jp.tsunagu.plan.PlanHistory.Version;
import org.springframework.stereotype.Component;

/** What there is of a paper in a case: one for each act, one for each version of the plan, or the case as it stands. */
@Component
class Issues {

    private static final String OF_VERSIONS = "version";
    private static final String OF_SUPPORT_DECISIONS = "supportDecision";
    private static final String OF_REJECTIONS = "rejection";
    private static final String SENT = "sendSupportNotice";

    private final PlanHistory plans;
    private final PlanOnPaper plan;
    private final FormSchemas forms;
    private final Members members;

    Issues(PlanHistory plans, PlanOnPaper plan, FormSchemas forms, Members members) {
        this.forms = forms;
        this.plans = plans;
        this.plan = plan;
        this.members = members;
    }

    /** The papers of this kind, the one that is printed if nobody chooses first. */
    List<Issue> of(PaperTemplate template, CaseOnPaper supportCase) {
        PaperMade made = template.made();
        List<Issue> issues = new ArrayList<>();
        if (made.plan().equals(OF_VERSIONS)) {
            issues.addAll(ofVersions(template, supportCase));
        } else {
            issues.addAll(ofActs(template, supportCase));
        }
        issues.sort(
                Comparator.comparing((Issue issue) -> (Integer) issue.beside().get("issueNumber"))
                        .reversed());
        boolean present = made.present() == Present.FIRST || made.present() == Present.UNTIL_MADE && issues.isEmpty();
        if (present && !made.plan().equals(OF_VERSIONS)) {
            issues.add(0, new Issue(PaperVersion.present(), supportCase.fields(), Map.of("issueNumber", 0)));
        }
        return issues;
    }

    private List<Issue> ofActs(PaperTemplate template, CaseOnPaper supportCase) {
        PaperMade made = template.made();
        List<Act> acts = Act.of(made, supportCase.history());
        if (made.plan().isEmpty()) {
            return acts.stream().map(act -> ofAct(act, template, supportCase)).toList();
        }
        List<Version> versions = versions(made, supportCase.number());
        List<Issue> issues = new ArrayList<>();
        List<Support> before = List.of();
        for (int i = 0; i < Math.min(acts.size(), versions.size()); i++) {
            Version version = versions.get(i);
            Issue issue = ofAct(acts.get(i), template, supportCase);
            List<Support> supports = version.decision().map(Decision::supports).orElse(List.of());
            if (made.plan().equals(OF_REJECTIONS)) {
                issue.beside().putAll(plan.words(supportCase.number(), version));
                issues.add(issue);
            } else if (!made.plan().equals(OF_SUPPORT_DECISIONS) || !supports.isEmpty()) {
                issues.add(withDecision(issue, acts.get(i), version, before, supportCase));
            }
            before = supports.isEmpty() ? before : supports;
        }
        return issues;
    }

    /** The versions of plans that the acts were about, one for each act. */
    private List<Version> versions(PaperMade made, String caseNumber) {
        if (made.plan().isEmpty()) {
            return List.of();
        }
        return plans.of(caseNumber).stream()
                .filter(version -> made.plan().equals(OF_REJECTIONS)
                        ? version.rejectedOn() != null
                        : version.decision().isPresent())
                .toList();
    }

    /** What is only answered after the act. */
    private Set<String> later(PaperTemplate template) {
        return template.made().followedBy().stream()
                .flatMap(step -> forms.ofSet(template.set(), step).inputKeys().stream())
                .collect(Collectors.toSet());
    }

    private Issue ofAct(Act act, PaperTemplate template, CaseOnPaper supportCase) {
        Map<String, Object> beside = new HashMap<>();
        beside.put("issueNumber", act.number());
        beside.put(act.by().step(), true);
        beside.put("issuedOn", Wareki.format(act.by().actDate()));
        beside.put("issuedBy", members.nameOf(act.by().author()));
        for (CaseDocument followed : act.followed()) {
            beside.put(followed.step() + "On", Wareki.format(followed.actDate()));
            beside.put(followed.step() + "By", members.nameOf(followed.author()));
        }
        PaperVersion version = new PaperVersion(
                String.valueOf(act.by().caseVersion()),
                "第" + act.number() + "回 " + Wareki.format(act.by().actDate()),
                act.by().actDate());
        return new Issue(version, act.fields(supportCase.fields(), later(template)), beside);
    }

    /** The plan on it is the version that was decided on, whatever the forms hold by now. */
    private Issue withDecision(Issue issue, Act act, Version version, List<Support> before, CaseOnPaper supportCase) {
        issue.beside().putAll(plan.words(supportCase.number(), version));
        issue.beside().put("change", !before.isEmpty());
        issue.beside().put("supportsBefore", plan.rows(supportCase.number(), before, version));
        issue.beside()
                .put(
                        "sent",
                        act.followed().stream()
                                .anyMatch(followed -> followed.step().equals(SENT)));
        PaperVersion named = new PaperVersion(
                version.decision().orElseThrow().id().toString(),
                version.label() + " " + Wareki.format(act.by().actDate()) + "決定",
                act.by().actDate());
        return new Issue(named, version.in(issue.fields()), issue.beside());
    }

    private List<Issue> ofVersions(PaperTemplate template, CaseOnPaper supportCase) {
        List<Version> versions = plans.of(supportCase.number());
        List<Issue> issues = new ArrayList<>();
        for (Version version : versions) {
            boolean latest = version.equals(versions.get(versions.size() - 1));
            ObjectNode fields = version.in(ofVersion(template, supportCase, latest));
            Map<String, Object> beside = new HashMap<>(plan.words(supportCase.number(), version));
            beside.put("issueNumber", issues.size() + 1);
            PaperVersion named =
                    new PaperVersion(version.plan() + "-" + version.version(), version.label(), version.cutOn());
            issues.add(new Issue(named, fields, beside));
        }
        draft(template, supportCase, versions).ifPresent(issues::add);
        return issues;
    }

    /** What the ward noted stands on the latest version only, and only if it was noted since that version was there. */
    private ObjectNode ofVersion(PaperTemplate template, CaseOnPaper supportCase, boolean latest) {
        PaperMade made = template.made();
        ObjectNode fields = supportCase.fields();
        List<CaseDocument> history = supportCase.history();
        int since = history.stream()
                .filter(made::isMadeBy)
                .mapToInt(CaseDocument::caseVersion)
                .max()
                .orElse(Integer.MAX_VALUE);
        fields.remove(later(template));
        if (latest) {
            history.stream()
                    .filter(document -> made.followedBy().contains(document.step()))
                    .filter(document -> document.caseVersion() > since)
                    .forEach(document -> fields.setAll((ObjectNode) document.answers()));
        }
        return fields;
    }

    /** The plan to be signed: what is drafted and no version yet. */
    private Optional<Issue> draft(PaperTemplate template, CaseOnPaper supportCase, List<Version> versions) {
        String hash = plans.hash(supportCase.fields());
        boolean isVersion =
                !versions.isEmpty() && versions.get(versions.size() - 1).hash().equals(hash);
        if (isVersion || !supportCase.fields().hasNonNull("planItems")) {
            return Optional.empty();
        }
        Map<String, Object> beside = new HashMap<>();
        beside.put("issueNumber", versions.size() + 1);
        beside.put("planLabel", "プラン案（署名で版になります）");
        beside.put("planHash", hash.substring(0, 8));
        ObjectNode fields = ofVersion(template, supportCase, false);
        return Optional.of(new Issue(new PaperVersion("draft", "プラン案", null), fields, beside));
    }
}
