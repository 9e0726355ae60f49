package jp.tsunagu.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;

/** 本人, as far as code asks for it; everything else about the person is in the documents. */
@Entity
class Person {

    @Id
    private UUID id;

    private String name;
    private String kana;
    private LocalDate birthDate;
    private boolean contactRestricted;

    @Version
    private int version;

    protected Person() {}

    static Person create() {
        Person person = new Person();
        person.id = UUID.randomUUID();
        return person;
    }

    void describe(String newName, String newKana, LocalDate newBirthDate, boolean restricted) {
        name = newName;
        kana = newKana;
        birthDate = newBirthDate;
        contactRestricted = restricted;
    }

    String name() {
        return name;
    }

    String kana() {
        return kana;
    }

    LocalDate birthDate() {
        return birthDate;
    }
}
