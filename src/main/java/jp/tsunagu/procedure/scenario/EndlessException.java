package jp.tsunagu.procedure.scenario;

/** The procedure goes round and round by itself. */
final class EndlessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EndlessException(String element) {
        super("終わりのない繰返しになりました（'" + element + "' のあたり）。だれも何もしないのに、同じところを回り続けます。");
    }
}
