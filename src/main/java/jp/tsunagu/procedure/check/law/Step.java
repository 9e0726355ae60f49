package jp.tsunagu.procedure.check.law;

/**
 * A moment at a step.
 *
 * @param done when it is left; otherwise when a case comes to it
 */
record Step(String element, boolean done) {

    /** As it is written: {@code screen}, {@code screen done}, {@code screen begun}. */
    static Step of(String written, boolean doneUnlessSaid) {
        String[] words = written.split(" ");
        return new Step(words[0], words.length == 1 ? doneUnlessSaid : words[1].equals("done"));
    }
}
