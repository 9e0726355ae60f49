package jp.tsunagu.engine;

import java.util.function.Supplier;
import jp.tsunagu.engine.ProcedureSets.Part;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement.CallableElementBinding;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.form.FormDefinition;

/**
 * Makes a reference from a diagram (to a form, a decision table, a called process) resolve through the instance's
 * procedure set. The diagrams stay plain: what any modeller writes as "latest" is read here as "of my set".
 */
class ProcedureSetBinding {

    private static final String BY_VERSION = "version";

    private final Supplier<ProcedureSets> sets;

    ProcedureSetBinding(Supplier<ProcedureSets> sets) {
        this.sets = sets;
    }

    void bindForm(FormDefinition form) {
        if (form == null || form.getCamundaFormDefinitionKey() == null) {
            return;
        }
        form.setCamundaFormDefinitionBinding(BY_VERSION);
        form.setCamundaFormDefinitionVersion(
                new OfSet(Part.FORM, form.getCamundaFormDefinitionKey().getExpressionText()));
    }

    void bind(BaseCallableElement element, Part part) {
        element.setBinding(CallableElementBinding.VERSION);
        element.setVersionValueProvider(new VersionOf(element, part));
    }

    private int version(VariableScope scope, Part part, String key) {
        Object set = scope.hasVariable(Names.PROCEDURE_SET) ? scope.getVariable(Names.PROCEDURE_SET) : null;
        return sets.get().version(set == null ? sets.get().current() : (Integer) set, part, key);
    }

    private final class VersionOf implements ParameterValueProvider {

        private final BaseCallableElement element;
        private final Part part;

        private VersionOf(BaseCallableElement element, Part part) {
            this.element = element;
            this.part = part;
        }

        @Override
        public Object getValue(VariableScope scope) {
            return version(scope, part, element.getDefinitionKey(scope));
        }

        @Override
        public boolean isDynamic() {
            return true;
        }
    }

    private final class OfSet implements Expression {

        private final Part part;
        private final String key;

        private OfSet(Part part, String key) {
            this.part = part;
            this.key = key;
        }

        @Override
        public Object getValue(VariableScope scope) {
            return String.valueOf(version(scope, part, key));
        }

        @Override
        public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
            return getValue(scope);
        }

        @Override
        public void setValue(Object value, VariableScope scope) {
            throw new IllegalStateException("the version of a part is given by the procedure set");
        }

        @Override
        public void setValue(Object value, VariableScope scope, BaseDelegateExecution execution) {
            setValue(value, scope);
        }

        /** For a start form the engine takes the text itself for the version: there is no instance yet. */
        @Override
        public String getExpressionText() {
            return String.valueOf(sets.get().version(sets.get().current(), part, key));
        }

        @Override
        public boolean isLiteralText() {
            return false;
        }
    }
}
