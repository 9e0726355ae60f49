package jp.tsunagu.procedure.check.course;

import java.util.Map;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.check.Finding.Severity;
import jp.tsunagu.procedure.check.course.Problem.Kind;

/** What is wrong with a diagram, in words, and what to do about it. */
final class Words {

    /** Rule, which names its page of explanation, and sentence: 「%s」 is the step's name, the second one what is known there. */
    private record Said(String rule, Severity severity, String sentence) {}

    private static final Map<Kind, Said> SAID = Map.ofEntries(
            Map.entry(Kind.NO_WAY_ON, error("no-way-on", "「%s」で、どの線の条件も成り立たないことがあります%s。条件を直すか、既定の線を決めてください。")),
            Map.entry(
                    Kind.NOT_YET_SET, error("not-yet-decided", "「%s」の条件が、まだ誰も答えていない項目を読みます%s。その項目を答えるステップを前に置いてください。")),
            Map.entry(Kind.TWO_AT_ONCE, error("twice", "「%s」が、同時に二つ開いてしまうことがあります%s。分かれた流れを、同じ種類のゲートウェイで合わせてください。")),
            Map.entry(Kind.TWO_ON_ONE_LINE, error("twice", "「%s」に、同じ線から二つの流れが来ることがあります%s。前で分かれた流れを、先に合わせてください。")),
            Map.entry(Kind.NO_REST, error("no-rest", "「%s」を、誰も待たずに回り続けることがあります%s。繰返しの中に、人のステップか待つイベントを置いてください。")),
            Map.entry(Kind.LEADS_NOWHERE, error("leads-nowhere", "「%s」から先の線がありません%s。続きの線を引くか、終了イベントを置いてください。")),
            Map.entry(Kind.STUCK, error("stuck", "「%s」で、来ない流れを待ち続けることがあります%s。分かれ方と合わせ方をそろえてください。")),
            Map.entry(Kind.NEVER_ENDS, error("never-ends", "「%s」からは、どう進んでも終われません%s。終了へ向かう道を作ってください。")),
            Map.entry(Kind.NEVER_REACHED, error("never-reached", "「%s」には、どのケースも来ません%s。ここへ来る線か条件を直すか、要らなければ消してください。")),
            Map.entry(Kind.NEVER_TAKEN, error("never-taken", "線「%s」を、どのケースも通りません%s。条件を直すか、要らなければ消してください。")),
            Map.entry(
                    Kind.DEFAULT_NEVER_TAKEN,
                    warning("never-taken", "既定の線「%s」を、どのケースも通りません%s。ほかの線の条件で、すべての場合が尽きています。")),
            Map.entry(Kind.TOO_LARGE, warning("too-large", "図%sが大きすぎるため、%s状態までを調べました。その先に問題がないことは、確かめていません。")),
            Map.entry(Kind.NOT_UNDERSTOOD, warning("not-understood", "「%s」は、この点検が扱わない種類の要素です%s。ここを通る道筋は、確かめていません。")),
            Map.entry(Kind.CALLS_NOTHING, error("calls", "「%s」が呼び出す手続%sが、手続一式にありません。")),
            Map.entry(Kind.CALLS_ITSELF, error("calls", "「%s」が呼び出す手続%sは、めぐってこの図自身を呼び出します。")),
            Map.entry(Kind.ERROR_NOT_CAUGHT, warning("error-not-caught", "「%s」が呼び出す手続のエラーを、受け取るイベントがありません%s。")));

    private Words() {}

    static Finding of(Problem problem, Diagram diagram) {
        Said said = SAID.get(problem.kind());
        return new Finding(
                said.rule(),
                said.severity(),
                diagram.file(),
                problem.element(),
                sentence(said, problem, diagram),
                problem.way());
    }

    private static String sentence(Said said, Problem problem, Diagram diagram) {
        if (problem.kind() == Kind.TOO_LARGE) {
            return said.sentence().formatted("", problem.detail());
        }
        boolean calls = problem.kind() == Kind.CALLS_NOTHING || problem.kind() == Kind.CALLS_ITSELF;
        String known = problem.detail().isEmpty()
                ? ""
                : calls ? "「" + problem.detail() + "」" : "（" + problem.detail() + " のとき）";
        return said.sentence().formatted(label(problem.element(), diagram), known);
    }

    private static String label(String element, Diagram diagram) {
        return diagram.node(element).map(Node::label).orElse(element);
    }

    private static Said error(String rule, String sentence) {
        return new Said(rule, Severity.ERROR, sentence);
    }

    private static Said warning(String rule, String sentence) {
        return new Said(rule, Severity.WARNING, sentence);
    }
}
