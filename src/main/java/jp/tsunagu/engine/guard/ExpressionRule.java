package jp.tsunagu.engine.guard;

import java.util.Optional;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Builder.Feature;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * What an expression may be: variables compared, and calls of the list. It is read by the parser that the engine itself reads
 * it with, so that no way of writing it means something else here than there.
 */
final class ExpressionRule {

    /** Characters. No condition that people can read is as long. */
    private static final int LONGEST = 1_000;

    private static final Builder PARSER = new Builder(Feature.METHOD_INVOCATIONS);

    private final AllowedParts parts;

    ExpressionRule(AllowedParts parts) {
        this.parts = parts;
    }

    /** Why the text may not stand where the engine evaluates it; empty if it may, or is none. */
    Optional<String> refusal(String text) {
        if (!isExpression(text)) {
            return Optional.empty();
        }
        if (text.length() > LONGEST) {
            return Optional.of("式が長すぎます（1,000文字まで）。");
        }
        try {
            return of((Node) PARSER.build(text).getRoot()).map(reason -> "式「" + text.strip() + "」は使えません。" + reason);
        } catch (TreeBuilderException | StackOverflowError unreadable) {
            return Optional.of("式「" + text.strip() + "」を読めません。書き方を確かめてください。");
        }
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private Optional<String> of(Node node) {
        if (node instanceof AstFunction) {
            return Optional.of("関数は呼べません。");
        }
        if (node instanceof AstBracket) {
            return Optional.of("[ ] で中を見ることはできません。");
        }
        if (node instanceof AstMethod) {
            return ofCall(node.getChild(0)).or(() -> ofChildren(node.getChild(1)));
        }
        if (node instanceof AstDot dot) {
            boolean caseNumber = isName(dot.getChild(0), AllowedParts.EXECUTION)
                    && nameOf(dot).equals(AllowedParts.CASE_NUMBER);
            return caseNumber ? Optional.empty() : Optional.of("「." + nameOf(dot) + "」で中を見ることはできません。");
        }
        return ofChildren(node);
    }

    private Optional<String> ofChildren(Node node) {
        for (int child = 0; child < node.getCardinality(); child++) {
            Optional<String> refused = of(node.getChild(child));
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    private Optional<String> ofCall(Node called) {
        boolean allowed = called instanceof AstDot dot
                && dot.getChild(0) instanceof AstIdentifier part
                && parts.allowsCall(part.getName(), nameOf(dot));
        return allowed ? Optional.empty() : Optional.of("呼べるのは、用意された部品だけです。");
    }

    private static boolean isName(Node node, String name) {
        return node instanceof AstIdentifier identifier && identifier.getName().equals(name);
    }

    /** The parser's node says its name nowhere but here: {@code ". name"}. */
    private static String nameOf(AstDot dot) {
        return dot.toString().substring(1).strip();
    }
}
