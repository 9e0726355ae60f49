package jp.tsunagu.engine;

import camundajar.impl.scala.util.Either;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * The engine's FEEL for decision tables. Left to itself it parses every cell, and puts all its functions together, anew for
 * each question: most of the time of a decision. Here a cell is parsed once, and a plain cell answered once for each code.
 */
class TableExpressions extends ScalaFeelEngine {

    /** All tables together have some hundreds of cells; what an administrator tries out must not fill the memory. */
    private static final int MOST_REMEMBERED = 10_000;

    /** Choices of forms are codes; what a person wrote is not remembered outside of the case file. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");

    /** A cell that lists nothing but constants, such as {@code "single","couple"} or {@code true}. */
    private static final Pattern CONSTANTS =
            Pattern.compile("\\s*(\"[^\"\\\\]*\"|true|false)(\\s*,\\s*(\"[^\"\\\\]*\"|true|false))*\\s*");

    private final Map<String, Boolean> constant = new ConcurrentHashMap<>();
    private final Map<Cell, Boolean> answers = new ConcurrentHashMap<>();

    private record Cell(String test, Object input) {}

    TableExpressions() {
        super(List.of());
    }

    /** What a list of constants says to a code or a yes is the same each time. Amounts and unanswered fields are asked anew. */
    @Override
    public boolean evaluateSimpleUnaryTests(String test, String inputName, VariableContext variables) {
        if (!once(constant, test, text -> CONSTANTS.matcher(text).matches())) {
            return super.evaluateSimpleUnaryTests(test, inputName, variables);
        }
        TypedValue input = variables.resolve(inputName);
        if (input == null || !isCode(input.getValue())) {
            return super.evaluateSimpleUnaryTests(test, inputName, variables);
        }
        return once(
                answers,
                new Cell(test, input.getValue()),
                cell -> super.evaluateSimpleUnaryTests(test, inputName, variables));
    }

    private static boolean isCode(Object input) {
        return input instanceof Boolean
                || (input instanceof String text && CODE.matcher(text).matches());
    }

    private static <K, V> V once(Map<K, V> known, K question, Function<K, V> answer) {
        if (known.size() > MOST_REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(question, answer);
    }

    @Override
    protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, CompositeValueMapper values) {
        return new ParsedOnce(functions, values);
    }

    private static final class ParsedOnce extends FeelEngine {

        private final Map<String, Either<Failure, ParsedExpression>> tests = new ConcurrentHashMap<>();
        private final Map<String, Either<Failure, ParsedExpression>> expressions = new ConcurrentHashMap<>();

        private ParsedOnce(CustomFunctionTransformer functions, CompositeValueMapper values) {
            super(functions, values, new Configuration(false), FeelEngineClock.SystemClock$.MODULE$);
        }

        @Override
        public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
            return once(tests, text, super::parseUnaryTests);
        }

        @Override
        public Either<Failure, ParsedExpression> parseExpression(String text) {
            return once(expressions, text, super::parseExpression);
        }
    }
}
