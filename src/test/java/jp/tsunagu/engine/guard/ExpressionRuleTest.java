package jp.tsunagu.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionRuleTest {

    private final ExpressionRule rule = new ExpressionRule(new AllowedParts(
            Set.of("startReferral"), Set.of("mainProcessEnd"), Map.of("deadlines", Set.of("due", "review")), true));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain text",
                "100 $ {a}",
                "\\${literal.text()}",
                "${applied}",
                "#{execution.processBusinessKey}",
                "${deadlines.due(execution)}",
                "${deadlines . review( execution , 'step' )}",
                "${execution.setVariable('applied', true)}",
                "${triageResult == 'referOther' && applied != true || rejectionCount >= 2}",
                "${!(applied and not urgent) ? 'a' : 'b'}",
                "R${number}-${serial}"
            })
    void whatProceduresNeed(String text) {
        assertThat(rule.refusal(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''['class']}",
                "${''.class}",
                "${applied.toString()}",
                "${deadlines.escalation(execution, 'x')}",
                "${deadlines.getClass()}",
                "${deadlines['due'](execution)}",
                "${deadlines.due(execution).getClass()}",
                "${deadlines.due(execution).time}",
                "${deadlines.due(dataSource.connection)}",
                "${deadlines.due(now())}",
                "${(deadlines).escalation(x)}",
                "${execution.getVariable('applied')}",
                "${execution.processEngine}",
                "${execution.processInstance.processBusinessKey}",
                "${execution.setVariable('applied', ''.getClass())}",
                "${task.delegateTask()}",
                "${other.due(execution)}",
                "${startReferral.execute(execution)}",
                "${now()}",
                "${a:b(c)}",
                "${x ? ''.getClass() : 1}",
                "safe ${applied} and ${''.getClass()}",
                "${applied",
                "${}",
                "${'",
                "#{deadlines.escalation(execution)}"
            })
    void whatNoProcedureNeeds(String text) {
        assertThat(rule.refusal(text)).isPresent();
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "${",
                        "#{",
                        "}",
                        "(",
                        ")",
                        "[",
                        "]",
                        ".",
                        "'",
                        "\"",
                        "\\",
                        "deadlines",
                        "due",
                        "execution",
                        "class",
                        "getClass",
                        " ",
                        "==",
                        "?",
                        ":",
                        ",",
                        "x",
                        "1",
                        "あ",
                        "&&",
                        "!")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    /** Whatever is put together: it answers, and where it says yes nothing is called but what is on the list. */
    @Property(tries = 3_000)
    void itNeverSaysYesToAStrangeCall(@ForAll("pieces") String text) {
        boolean allowed = rule.refusal(text).isEmpty();
        boolean calls = text.contains("getClass(") && ExpressionRule.isExpression(text);
        assertThat(allowed && calls && !isQuoted(text)).isFalse();
    }

    /** Between quotation marks, after an escape or outside of braces it is text. */
    private static boolean isQuoted(String text) {
        return text.contains("'") || text.contains("\"") || text.contains("\\") || !insideBraces(text);
    }

    private static boolean insideBraces(String text) {
        int call = text.indexOf("getClass(");
        int open = Math.max(text.lastIndexOf("${", call), text.lastIndexOf("#{", call));
        return open >= 0 && text.indexOf('}', open) > call;
    }
}
