package jp.tsunagu.casefile.crypt;

/** The keys that were given are none, or not those of the data: nothing starts. The message is for the operator, in Japanese. */
class KeysException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    KeysException(String message) {
        super(message);
    }
}
