package jp.tsunagu.procedure.compare;

/**
 * One difference, as an administrator is told of it.
 *
 * @param element id of the element, field, row or column it is about
 * @param property in which respect; empty if it is about the whole element
 * @param sentence what changes, in Japanese
 * @param before in words; empty if it was not there
 * @param after in words; empty if it will not be there
 */
public record Change(Kind kind, String element, String property, String sentence, String before, String after) {

    /** What happens to the element. */
    public enum Kind {
        ADDED("追加"),
        REMOVED("削除"),
        CHANGED("変更"),
        /** Another lane, another parent or another place in the order. */
        MOVED("移動");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whether it speaks of nothing in the file, but of the file. */
    boolean isOfWholeFile() {
        return element.isEmpty() && property.isEmpty();
    }

    /** Whether both speak of the same respect of the same element. */
    boolean isAbout(Change other) {
        return element.equals(other.element) && property.equals(other.property);
    }

    /** Whether one of the two takes away what the other changes, or adds something else in its place. */
    boolean collidesWith(Change other) {
        boolean whole = property.isEmpty() || other.property.isEmpty();
        return element.equals(other.element) && (whole || property.equals(other.property)) && !isSame(other);
    }

    boolean isSame(Change other) {
        return isAbout(other)
                && kind == other.kind
                && after.equals(other.after)
                && (!property.isEmpty() || sentence.equals(other.sentence));
    }
}
