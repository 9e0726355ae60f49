package jp.tsunagu.engine;

import java.util.Set;
import jp.tsunagu.form.FormSchema;

/**
 * What a form does not show of a restricted case until its worker has said why they need it (EV8, I-14). A field that is not shown
 * and comes back empty stays as it is.
 */
public interface ContactShield {

    /**
     * The fields of this form that are kept back from this person now.
     *
     * @param caseNumber null for a start form
     */
    Set<String> keptBack(FormSchema form, String user, String caseNumber);
}
