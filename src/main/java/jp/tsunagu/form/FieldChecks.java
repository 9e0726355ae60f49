package jp.tsunagu.form;

import java.util.Map;
import java.util.Optional;

/** Which check belongs to which type of Camunda Form component. A type not listed here carries no answer. */
final class FieldChecks {

    private static final Map<String, FieldCheck> BY_TYPE = Map.of(
            "textfield", new TextCheck(),
            "textarea", new TextCheck(),
            "number", new NumberCheck(),
            "checkbox", new YesNoCheck(),
            "radio", new ChoiceCheck(),
            "select", new ChoiceCheck(),
            "checklist", new ChoicesCheck(),
            "taglist", new ChoicesCheck(),
            "datetime", new DateCheck());

    private FieldChecks() {}

    static boolean knows(String type) {
        return BY_TYPE.containsKey(type);
    }

    static Optional<FieldCheck> of(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }
}
