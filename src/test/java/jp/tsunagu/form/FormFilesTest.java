package jp.tsunagu.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.engine.VariableCatalogue;
import org.junit.jupiter.api.Test;

/** The forms as files: what one person writes into them and another one, or the program, relies on. */
class FormFilesTest {

    /** Abbreviations staff use, and the id of the decision table that the diagram calls by the same name. */
    private static final Set<String> ACCEPTED = Set.of("DV", "NPO", "SNS", "useConditions");

    private static final Map<String, FormSchema> FILES = FormFiles.byName();
    private static final Set<String> SERVED = ServedNames.all();

    private static List<String> inAllForms(Function<FormSchema, List<String>> rule) {
        return FILES.values().stream().map(rule).flatMap(List::stream).toList();
    }

    private static FormSchema form(String components) {
        return SmallForm.schema("broken", components);
    }

    @Test
    void aFileIsNamedByItsNumberAndItsForm() {
        assertThat(FILES.entrySet().stream()
                        .flatMap(file -> FormLint.misnamed(file.getKey(), file.getValue()).stream()))
                .isEmpty();

        FormSchema draftPlan = SmallForm.schema("draftPlan", "");
        assertThat(FormLint.misnamed("09-draft-plan.form", draftPlan)).isEmpty();
        assertThat(List.of("9-draft-plan.form", "09-draftPlan.form", "09-draft.form", "09-draft-plan.json"))
                .allMatch(name -> !FormLint.misnamed(name, draftPlan).isEmpty());
    }

    @Test
    void aNumberAndAnIdBelongToOneForm() {
        assertThat(FormLint.duplicates(FILES.keySet().stream().map(name -> name.substring(0, 2))))
                .isEmpty();
        assertThat(FormLint.duplicates(FILES.values().stream().map(FormSchema::key)))
                .isEmpty();

        assertThat(FormLint.duplicates(Stream.of("assess", "screen", "assess"))).containsExactly("assess");
    }

    @Test
    void aNameStandsOnceInItsPlace() {
        assertThat(inAllForms(FormLint::repeatedKeys)).isEmpty();

        assertThat(FormLint.repeatedKeys(form("""
                        {"type": "textfield", "key": "a"},
                        {"type": "group", "components": [{"type": "number", "key": "a"}]},
                        {"type": "dynamiclist", "path": "rows", "components": [
                          {"type": "textfield", "key": "a"}, {"type": "textfield", "key": "b"},
                          {"type": "textfield", "key": "b"}]}"""))).containsExactly("broken.a", "broken.rows.b");
    }

    @Test
    void aNameIsAPlainWord() {
        assertThat(inAllForms(FormLint::oddKeys)).isEmpty();

        assertThat(FormLint.oddKeys(form("""
                        {"type": "textfield", "key": "a.b"}, {"type": "textfield", "key": "氏名"},
                        {"type": "dynamiclist", "components": [{"type": "number", "key": "no-1"}]}"""))).containsExactly("broken.a.b", "broken.氏名", "broken.", "broken.no-1");
    }

    @Test
    void everyTextHasALimit() {
        assertThat(inAllForms(FormLint::unlimitedTexts)).isEmpty();

        assertThat(FormLint.unlimitedTexts(form("""
                        {"type": "textfield", "key": "a", "validate": {"required": true}},
                        {"type": "textarea", "key": "b", "readonly": true},
                        {"type": "dynamiclist", "path": "rows", "components": [{"type": "textarea", "key": "c"}]}"""))).containsExactly("broken.a", "broken.c");
    }

    @Test
    void everyPatternCanBeRead() {
        assertThat(inAllForms(FormLint::brokenPatterns)).isEmpty();

        assertThat(FormLint.brokenPatterns(
                        form("{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"pattern\": \"[\"}}")))
                .containsExactly("broken: [");
    }

    @Test
    void everyFieldIsOfATypeTheServerChecks() {
        assertThat(inAllForms(FormLint::unknownTypes)).isEmpty();

        assertThat(FormLint.unknownTypes(form("{\"type\": \"filepicker\", \"key\": \"a\"}, {\"type\": \"text\"}")))
                .containsExactly("broken: filepicker");
    }

    @Test
    void everyRuleIsOneTheServerKeeps() {
        assertThat(inAllForms(FormLint::unsupported)).isEmpty();
        assertThat(inAllForms(FormLint::shownInOwnRows)).isEmpty();

        assertThat(FormLint.unsupported(form("""
                        {"type": "select", "key": "a", "valuesExpression": "=list"},
                        {"type": "number", "key": "b", "increment": 5, "serializeToString": true, "validate": {"min": "=limit", "max": "10"}},
                        {"type": "textfield", "key": "c", "readonly": "=late", "validate": {"validationType": "phone", "maxLength": "9"}},
                        {"type": "datetime", "key": "d", "subtype": "time", "timeSerializingFormat": "utc_offset"}""")))
                .containsExactly(
                        "broken.a: valuesExpression",
                        "broken.b: increment",
                        "broken.b: max",
                        "broken.b: min",
                        "broken.b: serializeToString",
                        "broken.c: maxLength",
                        "broken.c: phone",
                        "broken.c: readonly",
                        "broken.d: time",
                        "broken.d: utc_offset");
        assertThat(FormLint.shownInOwnRows(form("""
                        {"type": "dynamiclist", "path": "rows", "components": [{"type": "textfield", "key": "a", "readonly": true}]},
                        {"type": "dynamiclist", "path": "fixed", "allowAddRemove": false, "components": [
                          {"type": "textfield", "key": "a", "readonly": true}]}"""))).containsExactly("broken.rows.a");
    }

    @Test
    void peopleReadJapanese() {
        assertThat(inAllForms(form -> FormLint.notJapanese(form, ACCEPTED))).isEmpty();

        assertThat(FormLint.notJapanese(form("""
                        {"type": "textfield", "key": "a", "label": "Name（DV）", "description": "ＯＫなら"},
                        {"type": "datetime", "key": "b", "label": "日", "subtype": "date"},
                        {"type": "number", "key": "c", "label": "12", "appearance": {"suffixAdorner": "yen"}},
                        {"type": "radio", "key": "d", "label": "選択", "values": [{"label": "yes", "value": "yes"}]},
                        {"type": "table", "label": "表", "columns": [{"label": "Column", "key": "column"}]},
                        {"type": "textfield", "key": "e", "label": "項", "validate": {"patternErrorMessage": "Wrong"}},
                        {"type": "text", "text": "説明 {{caseNumber}} please"}"""), ACCEPTED))
                .containsExactly(
                        "broken.a has no name",
                        "broken: Name in Name（DV）",
                        "broken: ＯＫ in ＯＫなら",
                        "broken.b has no name",
                        "broken.c has no name",
                        "broken: yen in yen",
                        "broken: yes in yes",
                        "broken: Column in Column",
                        "broken: Wrong in Wrong",
                        "broken: please in 説明  please");
    }

    @Test
    void everyConditionIsFeelOverNamesThatExist() {
        assertThat(inAllForms(form -> FormLint.brokenConditions(form, SERVED))).isEmpty();

        assertThat(FormLint.brokenConditions(form("""
                        {"type": "textfield", "key": "a", "conditional": {"hide": "=not(b = = 1)"}},
                        {"type": "textfield", "key": "b", "conditional": {"hide": "=c = \\"d\\" or advice != null"}},
                        {"type": "dynamiclist", "path": "rows", "components": [
                          {"type": "textfield", "key": "e", "conditional": {"hide": "=f = true or a = b"}},
                          {"type": "textfield", "key": "f", "conditional": {"hide": "=count(rows) = 0"}}]},
                        {"type": "group", "conditional": {"hide": "=f"}, "components": []}"""), Set.of("advice")))
                .containsExactly(
                        "broken: no FEEL: not(b = = 1)",
                        "broken: c is unknown in c = \"d\" or advice != null",
                        "broken: f is unknown in f");
    }

    @Test
    void whatIsShownComesFromSomewhere() {
        Set<String> asked = FILES.values().stream()
                .flatMap(form -> form.inputKeys().stream())
                .collect(Collectors.toSet());
        assertThat(inAllForms(form -> FormLint.nobodyFills(form, SERVED, asked)))
                .isEmpty();

        assertThat(FormLint.nobodyFills(form("""
                        {"type": "textfield", "key": "a", "readonly": true}, {"type": "textfield", "key": "b", "disabled": true},
                        {"type": "textfield", "key": "advice", "readonly": true},
                        {"type": "select", "key": "c", "valuesKey": "list"}, {"type": "table", "dataSource": "=view"}"""), Set.of("advice"), Set.of("b")))
                .containsExactly("broken.list", "broken.view", "broken.a");
    }

    @Test
    void decidingFieldsOfferWhatTheEngineKnows() throws IOException {
        VariableCatalogue variables;
        try (InputStream list = new FileInputStream("processes/variables.yaml")) {
            variables = VariableCatalogue.read(list);
        }
        assertThat(inAllForms(form -> VariableLint.misfits(form, variables))).isEmpty();
        assertThat(VariableLint.neverOffered(FILES.values(), variables)).isEmpty();
    }

    @Test
    void aDecidingFieldThatDoesNotFitIsFound() {
        VariableCatalogue variables = VariableCatalogue.read(stream("""
                variables:
                  - {name: result, type: String, values: [plan, closure]}
                  - {name: applied, type: Boolean}
                  - {name: byServer, type: Boolean, server: true}"""));
        FormSchema broken = form("""
                {"type": "radio", "key": "result", "values": [{"value": "plan"}, {"value": "close"}]},
                {"type": "textfield", "key": "applied"},
                {"type": "checkbox", "key": "byServer"},
                {"type": "dynamiclist", "path": "rows", "components": [{"type": "textfield", "key": "applied"}]}""");

        assertThat(VariableLint.misfits(broken, variables))
                .containsExactly(
                        "broken.result may not be close",
                        "broken.applied cannot be a textfield",
                        "broken.byServer is set by the server only");
        assertThat(VariableLint.neverOffered(List.of(broken), variables)).containsExactly("result.closure");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
