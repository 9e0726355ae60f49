package jp.tsunagu.engine;

import jp.tsunagu.engine.ProcedureSets.Part;
import jp.tsunagu.form.FormSchema;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The forms of the present procedure, for whoever shows or prints what was answered in them. */
@Component
public class FormSchemas {

    private final ProcessEngine engine;
    private final FormAccess access;
    private final ProcedureSets sets;

    FormSchemas(@Lazy ProcessEngine engine, FormAccess access, ProcedureSets sets) {
        this.engine = engine;
        this.access = access;
        this.sets = sets;
    }

    /**
     * A form as new cases meet it.
     *
     * @throws IllegalStateException if the procedure has no such form
     */
    public FormSchema present(String key) {
        return ofSet(sets.current(), key);
    }

    /**
     * A form as the cases on a procedure set meet it.
     *
     * @throws IllegalStateException if the set has no such form
     */
    public FormSchema ofSet(int set, String key) {
        return ofVersion(key, sets.version(set, Part.FORM, key));
    }

    /**
     * A form as it was when something was answered in it.
     *
     * @throws RefusedException if there never was such a form
     */
    public FormSchema ofVersion(String key, int version) {
        return DoorCommand.perform(
                engine, DoorCommand.withoutRows(command -> access.forms().ofVersion(command, key, version)));
    }
}
