package jp.tsunagu.engine.guard;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * What an expression finds under a name, in place of the engine's resolvers, which know every bean and every method: the
 * variables of the case and the parts of the list. The second line: whatever got past the check of a file ends here.
 */
final class GuardedNames extends ELResolver {

    private final Supplier<AllowedParts> parts;
    private final Function<String, Object> beans;
    private final ELResolver variables = new VariableScopeElResolver();
    private final ELResolver inputs = new VariableContextElResolver();
    private final ELResolver methods = new BeanELResolver();

    /** What may be called on the parts that were named so far, by their class. Nothing else can be called at all. */
    private final Map<Class<?>, Set<String>> callable = new ConcurrentHashMap<>();

    GuardedNames(Supplier<AllowedParts> parts, Function<String, Object> beans) {
        this.parts = parts;
        this.beans = beans;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null) {
            return named(context, (String) property);
        }
        if (base instanceof DelegateExecution execution && AllowedParts.CASE_NUMBER.equals(property)) {
            context.setPropertyResolved(true);
            return execution.getProcessBusinessKey();
        }
        throw new ELException("式の中で「." + property + "」は使えません。");
    }

    private Object named(ELContext context, String name) {
        Object variable = variables.getValue(context, null, name);
        if (!context.isPropertyResolved() && !VariableContextElResolver.VAR_CTX_KEY.equals(name)) {
            variable = inputs.getValue(context, null, name);
        }
        return context.isPropertyResolved() ? variable : part(context, name);
    }

    private Object part(ELContext context, String name) {
        boolean ofCase =
                context.getContext(VariableScope.class) != null || context.getContext(VariableContext.class) != null;
        Set<String> calls = ofCase ? parts.get().callsOf(name) : AllowedParts.callsOfLists(name);
        if (calls.isEmpty() && !(ofCase && parts.get().isNamed(name))) {
            return null;
        }
        Object part = beans.apply(name);
        if (part != null) {
            callable.putIfAbsent(part.getClass(), calls);
            context.setPropertyResolved(true);
        }
        return part;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        String name = String.valueOf(method);
        boolean allowed = base instanceof DelegateExecution
                ? AllowedParts.allowsOnExecution(name)
                : base != null
                        && callable.getOrDefault(base.getClass(), Set.of()).contains(name);
        if (!allowed) {
            throw new ELException("式の中で「" + name + "」を呼ぶことはできません。");
        }
        return methods.invoke(context, base, method, types, arguments);
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw new ELException("式で値を書きかえることはできません。");
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        context.setPropertyResolved(true);
        return true;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        context.setPropertyResolved(true);
        return Object.class;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
