package jp.tsunagu.walk;

import java.util.List;

/** A task that waits for somebody. */
record OpenTask(String id, String caseNumber, String step, String assignee, List<String> groups) {}
