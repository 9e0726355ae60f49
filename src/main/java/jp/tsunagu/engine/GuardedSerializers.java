package jp.tsunagu.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.variable.serializer.DefaultVariableSerializers;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializerFactory;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Puts the {@link VariableGuard} before every serializer: the point that each process variable passes on its way into a
 * table, of whatever type and by whatever API. Variables that are never stored (transient) pass.
 */
class GuardedSerializers extends DefaultVariableSerializers {

    private static final long serialVersionUID = 1L;

    private final transient VariableGuard guard;
    private final transient ProcessEngineConfigurationImpl engine;

    GuardedSerializers(ProcessEngineConfigurationImpl engine, VariableGuard guard) {
        this.guard = guard;
        this.engine = engine;
        VariableSerializers all = engine.getVariableSerializers();
        setSerializerList(((DefaultVariableSerializers) all).getSerializers());
    }

    @Override
    public TypedValueSerializer<?> findSerializerForValue(TypedValue value, VariableSerializerFactory fallback) {
        return new Guarded<>(super.findSerializerForValue(value, fallback));
    }

    /** Of the set that the instance runs on; a variable of a task alone or of no instance has none. */
    private static Integer set(VariableInstanceEntity variable) {
        ExecutionEntity execution = variable.getExecution();
        return execution == null ? null : (Integer) execution.getVariable(Names.PROCEDURE_SET);
    }

    /**
     * Cockpit asks the database by itself, past the checks of the engine; the values that it looks for are written here all the
     * same.
     */
    private void refuseToCockpit() {
        if (Context.getCommandContext() != null && Context.getProcessEngineConfiguration() != engine) {
            throw TaskVisibility.notByValue();
        }
    }

    private final class Guarded<T extends TypedValue> implements TypedValueSerializer<T> {

        private final TypedValueSerializer<T> serializer;

        private Guarded(TypedValueSerializer<T> serializer) {
            this.serializer = serializer;
        }

        @Override
        public void writeValue(T value, ValueFields fields) {
            if (fields instanceof VariableInstanceEntity variable && !variable.isTransient()) {
                guard.check(fields.getName(), value, () -> set(variable));
            }
            if (!(fields instanceof VariableInstanceEntity)) {
                refuseToCockpit();
            }
            serializer.writeValue(value, fields);
        }

        @Override
        public String getName() {
            return serializer.getName();
        }

        @Override
        public ValueType getType() {
            return serializer.getType();
        }

        @Override
        public T readValue(ValueFields fields, boolean deserialize, boolean asTransient) {
            return serializer.readValue(fields, deserialize, asTransient);
        }

        @Override
        public boolean canHandle(TypedValue value) {
            return serializer.canHandle(value);
        }

        @Override
        public T convertToTypedValue(UntypedValueImpl value) {
            return serializer.convertToTypedValue(value);
        }

        @Override
        public String getSerializationDataformat() {
            return serializer.getSerializationDataformat();
        }

        @Override
        public boolean isMutableValue(T value) {
            return serializer.isMutableValue(value);
        }
    }
}
