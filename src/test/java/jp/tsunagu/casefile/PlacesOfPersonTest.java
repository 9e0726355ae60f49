package jp.tsunagu.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.form.FormField;
import jp.tsunagu.form.FormSchema;
import org.junit.jupiter.api.Test;

/** What is masked of a restricted case: what there is today, and what somebody adds to a form tomorrow. */
class PlacesOfPersonTest {

    @Test
    void aFieldThatIsAddedToAFormIsMaskedAlsoWhereNobodyMarksIt() {
        FormSchema added = form("""
                {"key": "shelter", "label": "避難先の住所", "type": "textfield"},
                {"key": "emergencyCall", "label": "夜間の電話", "type": "textarea"},
                {"key": "hideout", "label": "ひみつ", "type": "textfield", "properties": {"contact": "true"}},
                {"key": "told", "label": "電話で伝えた", "type": "checkbox"},
                {"key": "wish", "label": "希望", "type": "textfield"}""");
        assertThat(added.walk().filter(PlacesOfPerson::isTold).map(FormField::key))
                .containsExactly("shelter", "emergencyCall", "hideout");
        assertThat(added.walk().filter(PlacesOfPerson::isContact).map(FormField::key))
                .containsExactly("hideout");
    }

    @Test
    void theFormsOfTodayAskForThesePlaces() throws IOException {
        Set<String> told = new TreeSet<>();
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            forms.filter(file -> file.toString().endsWith(".form"))
                    .forEach(file -> read(file)
                            .walk()
                            .filter(PlacesOfPerson::isTold)
                            .map(FormField::key)
                            .forEach(told::add));
        }
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                "address agency agencyPerson connectNote contactNote email emergencySupportContent employer medicalNote",
                                "newMunicipality organization phone postalCode presentPlace provider receiver referralAgency",
                                "referralOffice roleAgency transferOffice visitorPhone workHistory")
                        .flatMap(line -> Stream.of(line.split(" ")))
                        .collect(Collectors.toSet()));
    }

    private static FormSchema form(String fields) {
        String file = "{\"id\": \"asked\", \"components\": [" + fields + "]}";
        return FormSchema.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), 1);
    }

    private static FormSchema read(Path file) {
        try (var content = Files.newInputStream(file)) {
            return FormSchema.read(content, 1);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
