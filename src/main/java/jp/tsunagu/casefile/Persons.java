package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps the few columns about a person in step with what the forms say. */
@Component
class Persons {

    private final EntityManager database;
    private final String municipality;

    Persons(EntityManager database, @Value("${tsunagu.municipality:minato}") String municipality) {
        this.database = database;
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

    void describe(SupportCase supportCase) {
        JsonNode fields = supportCase.fields();
        String birthDate = fields.path("birthDate").textValue();
        supportCase
                .person()
                .describe(
                        fields.path("name").textValue(),
                        fields.path("kana").textValue(),
                        birthDate == null ? null : LocalDate.parse(birthDate),
                        fields.path("contactRestricted").asBoolean(false));
    }
}
