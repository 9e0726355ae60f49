package jp.tsunagu.procedure.publish;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.Members;
import jp.tsunagu.procedure.Administrator;
import jp.tsunagu.procedure.FileTitles;
import jp.tsunagu.procedure.ProcedureChange;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.check.Finding.Severity;
import jp.tsunagu.procedure.draft.Draft;
import jp.tsunagu.procedure.draft.Draft.State;
import jp.tsunagu.procedure.draft.Drafts;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page about a proposal, its day and its cases shows. */
@Component
class PublicationPage {

    private final Drafts drafts;
    private final Publications publications;
    private final Proposals proposals;
    private final NewProcedure procedures;
    private final WarningReasons reasons;
    private final Effects effects;
    private final ActBook acts;
    private final MigrationProgress progress;
    private final Members members;

    PublicationPage(
            Drafts drafts,
            Publications publications,
            Proposals proposals,
            NewProcedure procedures,
            WarningReasons reasons,
            Effects effects,
            ActBook acts,
            MigrationProgress progress,
            Members members) {
        this.drafts = drafts;
        this.publications = publications;
        this.proposals = proposals;
        this.procedures = procedures;
        this.reasons = reasons;
        this.effects = effects;
        this.acts = acts;
        this.progress = progress;
        this.members = members;
    }

    /**
     * A file of the 改定案 and what becomes of it.
     *
     * @param title what people call it
     */
    record File(String title, String name, String becomes) {}

    /** A warning with the reason that was given for it; the reason is empty as long as there is none. */
    record Warning(String key, Finding finding, String reason) {}

    record Told(String at, String what, String who, String reason) {}

    /** @param typed warning → reason as typed just now; what is not there is shown as it is kept */
    void fill(int id, Administrator who, Map<String, String> typed, Model model) {
        Draft draft = drafts.draft(id);
        Publication publication = publications.of(id);
        model.addAttribute("draft", draft);
        model.addAttribute("createdBy", name(draft.createdBy()));
        model.addAttribute("stateLabel", label(draft, publication));
        model.addAttribute("publication", publication);
        model.addAttribute(
                "effectiveOn", publication.effectiveOn() == null ? "" : Wareki.format(publication.effectiveOn()));
        model.addAttribute("proposedBy", publication.proposedBy() == null ? "" : name(publication.proposedBy()));
        model.addAttribute("approvedBy", publication.approvedBy() == null ? "" : name(publication.approvedBy()));
        model.addAttribute("details", details(id, publication.transition()));
        model.addAttribute("own", proposals.isOwn(id, who));
        model.addAttribute("look", effects.last(id).orElse(null));
        model.addAttribute("acts", acts.of(id).stream().map(this::told).toList());
        if (draft.state() == State.PUBLISHED) {
            int set = publication.lastSet();
            model.addAttribute("progress", progress.of(set).orElse(null));
            model.addAttribute("left", progress.left(set));
        } else {
            open(id, typed, model);
        }
    }

    private void open(int id, Map<String, String> typed, Model model) {
        List<Finding> findings = proposals.findings(id);
        Map<String, String> given = reasons.of(id);
        model.addAttribute("files", files(id));
        model.addAttribute("overtaken", procedures.overtaken(id));
        model.addAttribute("present", procedures.presentSet());
        model.addAttribute(
                "errors",
                findings.stream()
                        .filter(one -> one.severity() == Severity.ERROR)
                        .toList());
        model.addAttribute(
                "warnings",
                findings.stream()
                        .filter(one -> one.severity() == Severity.WARNING)
                        .map(one -> new Warning(
                                WarningReasons.key(one),
                                one,
                                typed.getOrDefault(
                                        WarningReasons.key(one), given.getOrDefault(WarningReasons.key(one), ""))))
                        .toList());
    }

    /** What the 経過措置 says in particular. */
    private List<String> details(int id, Transition transition) {
        if (transition.fromSteps().isEmpty() && transition.mapping().isEmpty()) {
            return List.of();
        }
        StepBook names = new StepBook(procedures.present(), drafts.files(id));
        List<String> details = new ArrayList<>();
        if (transition.rule() == TransitionRule.MOVE_FROM) {
            transition.fromSteps().forEach(place -> details.add("移る: " + names.title(place) + "にいるケース"));
        }
        transition
                .mapping()
                .forEach((place, step) -> details.add("対応づけ: " + names.title(place) + " → 「"
                        + names.name(Transition.process(place) + "/" + step) + "」"));
        return details;
    }

    private List<File> files(int id) {
        ProcedureChange change = procedures.change(id);
        ProcedureFiles now = procedures.present();
        FileTitles before = FileTitles.of(now);
        FileTitles after = FileTitles.of(procedures.of(id));
        List<File> files = new ArrayList<>();
        change.changed()
                .keySet()
                .forEach(name -> files.add(
                        new File(after.title(name), name, now.content(name).isPresent() ? "新しい版になります" : "新しく加わります")));
        change.drawn().keySet().forEach(name -> files.add(new File(after.title(name), name, "配置だけが変わります（版は変わりません）")));
        change.removed().forEach(name -> files.add(new File(before.title(name), name, "なくなります")));
        return files;
    }

    private Told told(Act act) {
        return new Told(
                time(act.at()),
                act.kind().label(),
                act.person() == null ? "（自動）" : name(act.person()),
                act.reason() == null ? "" : act.reason());
    }

    private String name(String account) {
        return account.equals(PackagedUpgrades.PRODUCT) ? "製品" : members.nameOf(account);
    }

    static String time(OffsetDateTime at) {
        var there = at.atZoneSameInstant(WorkingDays.TOKYO);
        return Wareki.format(there.toLocalDate()) + " " + String.format("%d:%02d", there.getHour(), there.getMinute());
    }

    private static String label(Draft draft, Publication publication) {
        return switch (draft.state()) {
            case EDITING -> "編集中";
            case PROPOSED -> "承認待ち";
            case APPROVED -> "施行待ち";
            case PUBLISHED -> publication.withdrawnBy() == null ? "施行済み" : "施行後に取り消し";
            case WITHDRAWN -> "取下げ";
        };
    }
}
