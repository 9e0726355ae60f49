package jp.tsunagu.engine;

import java.util.Set;

/**
 * What has to be known of a task to say who may work on it.
 *
 * @param step the id of the user task in the diagram
 * @param candidateGroups the groups that may take it
 * @param ownRole of these the one whose work it is first of all; null if the diagram works the groups out
 * @param assignee the person who has it, or null
 */
public record TaskFacts(
        String taskId,
        String step,
        String processInstanceId,
        String caseNumber,
        Set<String> candidateGroups,
        String ownRole,
        String assignee) {}
