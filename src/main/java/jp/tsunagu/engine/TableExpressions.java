package jp.tsunagu.engine;

import camundajar.impl.scala.util.Either;
import java.util.List;
import java.util.regex.Pattern;
import jp.tsunagu.form.Remembered;
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

    /** Taken away from a cell that reads nothing but its input, these leave no letter: no name and no function. */
    private static final Pattern OWN_WORDS = Pattern.compile("\"[^\"\\\\]*\"|\\b(true|false|null|not)\\b");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern CONSTANT = Pattern.compile("\"[^\"\\\\]*\"|true|false|-?[0-9]+");

    private final Remembered<String, Boolean> plainCells = new Remembered<>(MOST_REMEMBERED);
    private final Remembered<Cell, Boolean> answers = new Remembered<>(MOST_REMEMBERED);
    private final Remembered<String, Object> constants = new Remembered<>(MOST_REMEMBERED);

    private record Cell(String test, Object input) {}

    TableExpressions() {
        super(List.of());
    }

    /** What a plain cell says to a code, a yes, or to no answer at all is the same each time. Amounts are asked anew. */
    @Override
    public boolean evaluateSimpleUnaryTests(String test, String inputName, VariableContext variables) {
        TypedValue input = variables.resolve(inputName);
        boolean alwaysTheSame =
                input != null && isCode(input.getValue()) && plainCells.of(test, TableExpressions::isPlain);
        return alwaysTheSame
                ? answers.of(
                        new Cell(test, input.getValue()),
                        cell -> super.evaluateSimpleUnaryTests(test, inputName, variables))
                : super.evaluateSimpleUnaryTests(test, inputName, variables);
    }

    /** What a rule answers is a constant in nearly every cell. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        return CONSTANT.matcher(expression).matches()
                ? (T) constants.of(expression, text -> super.evaluateSimpleExpression(text, variables))
                : super.evaluateSimpleExpression(expression, variables);
    }

    private static boolean isPlain(String test) {
        return !LETTER.matcher(OWN_WORDS.matcher(test).replaceAll("")).find();
    }

    private static boolean isCode(Object input) {
        return input == null || input instanceof Boolean || (input instanceof String text && Remembered.isCode(text));
    }

    @Override
    protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, CompositeValueMapper values) {
        return new ParsedOnce(functions, values);
    }

    private static final class ParsedOnce extends FeelEngine {

        private final Remembered<String, Either<Failure, ParsedExpression>> tests = new Remembered<>(MOST_REMEMBERED);
        private final Remembered<String, Either<Failure, ParsedExpression>> expressions =
                new Remembered<>(MOST_REMEMBERED);

        private ParsedOnce(CustomFunctionTransformer functions, CompositeValueMapper values) {
            super(functions, values, new Configuration(false), FeelEngineClock.SystemClock$.MODULE$);
        }

        @Override
        public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
            return tests.of(text, super::parseUnaryTests);
        }

        @Override
        public Either<Failure, ParsedExpression> parseExpression(String text) {
            return expressions.of(text, super::parseExpression);
        }
    }
}
