package jp.tsunagu.work;

/** How late a task is, and the priority that brings it to the top of the lists (a new task has 50). */
public enum AlertLevel {
    WARNING(60, "期限が近い"),
    OVERDUE(75, "期限を過ぎた"),
    ESCALATED(100, "上への報告の日を過ぎた");

    private final int priority;
    private final String label;

    AlertLevel(int priority, String label) {
        this.priority = priority;
        this.label = label;
    }

    /** As decision tables and rows call it. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static AlertLevel of(String key) {
        return valueOf(key.toUpperCase(java.util.Locale.ROOT));
    }

    int priority() {
        return priority;
    }

    public String label() {
        return label;
    }
}
