package jp.tsunagu.procedure.compare;

/** How something is marked where both sides are shown: by colour, pattern and sign. */
public enum Look {
    SAME("", ""),
    ADDED("added", "＋"),
    REMOVED("removed", "－"),
    CHANGED("changed", "≠");

    private final String css;
    private final String sign;

    Look(String css, String sign) {
        this.css = css;
        this.sign = sign;
    }

    public String css() {
        return css;
    }

    public String sign() {
        return sign;
    }

    static Look of(Item before, Item after) {
        if (before == null) {
            return ADDED;
        }
        return after == null ? REMOVED : before.content().equals(after.content()) ? SAME : CHANGED;
    }
}
