package jp.tsunagu.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.BlindIndex;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Sealed;

/** 本人, as far as code asks for it; everything else about the person is in the documents. */
@Entity
class Person {

    @Id
    private UUID id;

    private Sealed name;
    private Sealed kana;
    private Sealed birthDate;
    private boolean contactRestricted;

    // by what they are found, kept with the name in one row, and by which rules it was folded and hashed with which key
    private Long[] searchParts;
    private Long searchBirth;
    private int searchRules;
    private String searchKey;

    @Version
    private int version;

    protected Person() {}

    static Person create() {
        Person person = new Person();
        person.id = UUID.randomUUID();
        person.searchRules = NameFolding.RULES;
        return person;
    }

    void describe(String newName, String newKana, LocalDate newBirthDate, boolean restricted, BlindIndex index) {
        name = Sealed.changed(name, place("name"), newName);
        kana = Sealed.changed(kana, place("kana"), newKana);
        birthDate =
                Sealed.changed(birthDate, place("birth_date"), newBirthDate == null ? null : newBirthDate.toString());
        contactRestricted = restricted;
        searchParts = index.of(NameParts.of(newName, newKana));
        searchBirth = index.of(newBirthDate);
        searchRules = NameFolding.RULES;
        searchKey = index.key();
    }

    String name() {
        return Sealed.text(name, place("name"));
    }

    private Place place(String column) {
        return Place.of("person." + column, id);
    }
}
