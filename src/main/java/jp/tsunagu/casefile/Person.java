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

    // by what they are found, kept with the name in one row, and by which rules it was folded
    private String searchText;
    private int searchRules;

    @Version
    private int version;

    protected Person() {}

    static Person create() {
        Person person = new Person();
        person.id = UUID.randomUUID();
        person.searchRules = NameFolding.RULES;
        return person;
    }

    void describe(String newName, String newKana, LocalDate newBirthDate, boolean restricted) {
        name = newName;
        kana = newKana;
        birthDate = newBirthDate;
        contactRestricted = restricted;
        searchText = NameFolding.searched(newName, newKana);
        searchRules = NameFolding.RULES;
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
