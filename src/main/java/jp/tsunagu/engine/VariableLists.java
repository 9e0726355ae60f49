package jp.tsunagu.engine;

/** The lists of deciding variables, by the procedure set that they were published with. */
public interface VariableLists {

    /** What new cases decide on. */
    VariableCatalogue present();

    /** What a case on this set decides on. */
    VariableCatalogue of(int set);

    /** One list for everything: where one procedure is tried on its own. */
    static VariableLists always(VariableCatalogue list) {
        return new VariableLists() {
            @Override
            public VariableCatalogue present() {
                return list;
            }

            @Override
            public VariableCatalogue of(int set) {
                return list;
            }
        };
    }
}
