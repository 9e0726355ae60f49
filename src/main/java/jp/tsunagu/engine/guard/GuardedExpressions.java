package jp.tsunagu.engine.guard;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.el.CommandContextFunctions;
import org.camunda.bpm.engine.impl.el.DateTimeFunctions;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** The engine's expressions, which reach nothing but what is on the list. */
public final class GuardedExpressions extends JuelExpressionManager {

    /** For the lists of Tasklist. Plugins offer more (XML, JSON …); they are not taken. */
    private static final Set<String> FUNCTIONS = Set.of(
            CommandContextFunctions.CURRENT_USER, CommandContextFunctions.CURRENT_USER_GROUPS, DateTimeFunctions.NOW);

    private final Supplier<AllowedParts> parts;
    private final Function<String, Object> named;

    /**
     * @param parts asked at the first expression, when all beans are there
     * @param beans name → bean; asked for names of the list only
     */
    public GuardedExpressions(Supplier<AllowedParts> parts, Function<String, Object> beans) {
        this.parts = parts;
        this.named = beans;
    }

    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        return new GuardedNames(parts, named);
    }
}
