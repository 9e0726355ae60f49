package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Set;
import jp.tsunagu.casefile.crypt.BlindIndex;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps the few columns about a person in step with what the forms say. */
@Component
class Persons {

    private static final Set<String> COLUMNS = Set.of("name", "kana", "birthDate", "contactRestricted");

    private final EntityManager database;
    private final BlindIndex index;
    private final String municipality;

    Persons(EntityManager database, BlindIndex index, @Value("${tsunagu.municipality:minato}") String municipality) {
        this.database = database;
        this.index = index;
        this.municipality = municipality;
    }

    String municipality() {
        return municipality;
    }

    Person create() {
        Person person = Person.create();
        database.persist(person);
        return person;
    }

    /** Whether any of these answers is kept in a column. */
    static boolean describedBy(ObjectNode answers) {
        return COLUMNS.stream().anyMatch(answers::has);
    }

    void describe(SupportCase supportCase) {
        JsonNode fields = supportCase.fields(COLUMNS);
        String birthDate = fields.path("birthDate").textValue();
        supportCase
                .person()
                .describe(
                        fields.path("name").textValue(),
                        fields.path("kana").textValue(),
                        birthDate == null ? null : LocalDate.parse(birthDate),
                        fields.path("contactRestricted").asBoolean(false),
                        index);
    }
}
