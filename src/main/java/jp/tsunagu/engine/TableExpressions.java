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

    /** Taken away from a cell that reads nothing but its input, these leave no letter: no name and no function. */
    private static final Pattern OWN_WORDS = Pattern.compile("\"[^\"\\\\]*\"|\\b(true|false|null|not)\\b");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern CONSTANT = Pattern.compile("\"[^\"\\\\]*\"|true|false|-?[0-9]+");

    private final Map<String, Boolean> plainCells = new ConcurrentHashMap<>();
    private final Map<Cell, Boolean> answers = new ConcurrentHashMap<>();
    private final Map<String, Object> constants = new ConcurrentHashMap<>();

    private record Cell(String test, Object input) {}

    TableExpressions() {
        super(List.of());
    }

    /** What a plain cell says to a code, a yes, or to no answer at all is the same each time. Amounts are asked anew. */
    @Override
    public boolean evaluateSimpleUnaryTests(String test, String inputName, VariableContext variables) {
        TypedValue input = variables.resolve(inputName);
        boolean alwaysTheSame =
                input != null && isCode(input.getValue()) && once(plainCells, test, TableExpressions::isPlain);
        return alwaysTheSame
                ? once(
                        answers,
                        new Cell(test, input.getValue()),
                        cell -> super.evaluateSimpleUnaryTests(test, inputName, variables))
                : super.evaluateSimpleUnaryTests(test, inputName, variables);
    }

    /** What a rule answers is a constant in nearly every cell. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        return CONSTANT.matcher(expression).matches()
                ? (T) once(constants, expression, text -> super.evaluateSimpleExpression(text, variables))
                : super.evaluateSimpleExpression(expression, variables);
    }

    private static boolean isPlain(String test) {
        return !LETTER.matcher(OWN_WORDS.matcher(test).replaceAll("")).find();
    }

    private static boolean isCode(Object input) {
        return input == null
                || input instanceof Boolean
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
