package jp.tsunagu.procedure;

import java.io.ByteArrayInputStream;
import jp.tsunagu.engine.ProcedureSets;
import jp.tsunagu.engine.ProcedureSets.Part;
import jp.tsunagu.engine.VariableCatalogue;
import jp.tsunagu.engine.VariableLists;
import jp.tsunagu.form.Remembered;
import org.springframework.stereotype.Component;

/** The lists of deciding variables as they were published; a version never changes, so each is read once. */
@Component
class PublishedVariables implements VariableLists {

    private static final int MOST_VERSIONS = 50;

    private final ProcedureSets sets;
    private final ProcedureTexts texts;
    private final Remembered<Integer, VariableCatalogue> versions = new Remembered<>(MOST_VERSIONS);

    PublishedVariables(ProcedureSets sets, ProcedureTexts texts) {
        this.sets = sets;
        this.texts = texts;
    }

    @Override
    public VariableCatalogue present() {
        return of(sets.current());
    }

    @Override
    public VariableCatalogue of(int set) {
        int version = sets.version(set, Part.TEXT, ProcedureText.VARIABLES);
        return versions.of(
                version,
                first -> VariableCatalogue.read(
                        new ByteArrayInputStream(texts.content(ProcedureText.VARIABLES, version))));
    }
}
