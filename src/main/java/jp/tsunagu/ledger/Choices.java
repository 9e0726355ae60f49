package jp.tsunagu.ledger;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.tsunagu.engine.FormSchemas;
import org.springframework.stereotype.Component;

/** The words in which a form offers a choice: an administrator's wording is everybody's wording. */
@Component
class Choices {

    private final FormSchemas forms;

    Choices(FormSchemas forms) {
        this.forms = forms;
    }

    /** The label of a value in a field of this form; the value itself if the form does not offer it any more. */
    String label(String form, String field, String value) {
        return labels(form, field, value).findFirst().orElse(value);
    }

    /** The same for each of several values. */
    List<String> labels(String form, String field, List<String> values) {
        return values.stream().map(value -> label(form, field, value)).toList();
    }

    private Stream<String> labels(String form, String field, String value) {
        return forms.present(form)
                .walk()
                .filter(one -> one.key().equals(field))
                .flatMap(one -> StreamSupport.stream(one.json().path("values").spliterator(), false))
                .filter(choice -> choice.path("value").asText().equals(value))
                .map(choice -> choice.path("label").asText());
    }
}
