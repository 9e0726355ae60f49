package jp.tsunagu.procedure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.tsunagu.engine.VariableCatalogue;
import jp.tsunagu.procedure.file.ReadOnce;

/** The list of deciding variables of a procedure that is being edited or tried. */
public final class VariableFile {

    private static final byte[] PACKAGED = packaged();

    /** A list that cannot be read is a finding of its own; the packaged one stands in for it meanwhile. */
    private static final ReadOnce<VariableCatalogue> LISTS = new ReadOnce<>(list -> {
        try {
            return VariableCatalogue.read(new ByteArrayInputStream(list));
        } catch (IllegalStateException | IllegalArgumentException e) {
            return VariableCatalogue.read(new ByteArrayInputStream(PACKAGED));
        }
    });

    private VariableFile() {}

    /** The procedure's own; of a procedure without one the packaged one. */
    public static VariableCatalogue of(ProcedureFiles files) {
        return LISTS.of(content(files));
    }

    /** The file itself. */
    public static byte[] content(ProcedureFiles files) {
        return files.content(ProcedureText.VARIABLES).orElse(PACKAGED);
    }

    /** The list that the program itself was written with. */
    public static VariableCatalogue ofProgram() {
        return LISTS.of(PACKAGED);
    }

    private static byte[] packaged() {
        try (InputStream list = VariableFile.class.getResourceAsStream("/" + ProcedureText.VARIABLES)) {
            return list.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(ProcedureText.VARIABLES + " cannot be read", e);
        }
    }
}
