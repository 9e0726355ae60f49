package jp.tsunagu.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import jp.tsunagu.form.FormField;

/** Fills in a form as a person does: from top to bottom, by mouse and keyboard, only where something can be seen. */
final class FormOnScreen {

    private final Page page;
    private final Map<String, String> servedLabels;

    /** @param servedLabels value → label of the choices that the server fills in */
    FormOnScreen(Page page, Map<String, String> servedLabels) {
        this.page = page;
        this.servedLabels = servedLabels;
    }

    /** Enters the answers; where the form already shows another answer it is replaced. */
    void fill(FormField form, Map<String, Object> answers) {
        fill(form, answers, "");
    }

    /** What a line or box of the form shows now. */
    String valueOf(FormField form, String key) {
        return box(form, key).inputValue();
    }

    void type(FormField form, String key, String text) {
        Locator box = box(form, key);
        box.press("End");
        box.pressSequentially(text);
    }

    private Locator box(FormField form, String key) {
        FormField field =
                form.walk().filter(one -> key.equals(one.key())).findFirst().orElseThrow();
        return byId(field, "", "");
    }

    @SuppressWarnings("unchecked")
    private void fill(FormField parent, Map<String, Object> answers, String row) {
        for (FormField field : parent.children()) {
            if (field.isRepeating()) {
                if (answers.get(field.path()) instanceof List<?> rows) {
                    fillRows(field, (List<Map<String, Object>>) rows);
                }
            } else if (field.isContainer()) {
                Object below = field.path().isEmpty() ? answers : answers.get(field.path());
                if (below != null) {
                    fill(field, (Map<String, Object>) below, row);
                }
            } else if (!field.isShownOnly() && answers.get(field.key()) != null) {
                enter(field, answers.get(field.key()), row);
            }
        }
    }

    private void fillRows(FormField list, List<Map<String, Object>> rows) {
        Locator box = page.locator("[id$='-" + id(list) + "']")
                .locator("xpath=ancestor::*[contains(@class,'fjs-form-field-dynamiclist')][1]");
        for (int index = 0; index < rows.size(); index++) {
            String row = "_" + index;
            FormField first = list.children().stream()
                    .flatMap(FormField::walk)
                    .filter(FormField::isInput)
                    .findFirst()
                    .orElseThrow();
            if (byId(first, row, "").count() == 0) {
                box.locator("button.fjs-repeat-render-add").click();
            }
            fill(list, rows.get(index), row);
        }
    }

    private void enter(FormField field, Object value, String row) {
        switch (field.type()) {
            case "radio" -> byId(field, row, "-" + indexOf(field, value)).check();
            case "checklist" ->
                ((List<?>) value)
                        .forEach(one ->
                                byId(field, row, "-" + indexOf(field, one)).check());
            case "checkbox" -> byId(field, row, "").setChecked((Boolean) value);
            case "select" -> choose(field, value, row);
            default -> {
                Locator input = byId(field, row, "").first();
                input.fill(value.toString());
                input.press("Tab");
            }
        }
    }

    private void choose(FormField field, Object value, String row) {
        Locator group = byId(field, row, "").locator("xpath=ancestor::*[contains(@class,'fjs-form-field-select')][1]");
        group.locator(".fjs-input-group").click();
        group.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(labelOf(field, value)))
                .first()
                .click();
    }

    private Locator byId(FormField field, String row, String choice) {
        return page.locator("[id$='-" + id(field) + row + choice + "']");
    }

    private static String id(FormField field) {
        return field.json().path("id").asText();
    }

    private static int indexOf(FormField field, Object value) {
        List<String> values = StreamSupport.stream(field.json().path("values").spliterator(), false)
                .map(choice -> choice.path("value").asText())
                .toList();
        int index = values.indexOf(value.toString());
        if (index < 0) {
            throw new AssertionError(field.key() + " does not offer " + value);
        }
        return index;
    }

    private String labelOf(FormField field, Object value) {
        return StreamSupport.stream(field.json().path("values").spliterator(), false)
                .filter(choice -> choice.path("value").asText().equals(value.toString()))
                .map(choice -> choice.path("label").asText())
                .findFirst()
                .orElseGet(() -> servedLabels.get(value.toString()));
    }
}
