package jp.tsunagu.engine;

import java.util.Set;

/**
 * What has to be known of a task to say who may work on it.
 *
 * @param step the id of the user task in the diagram
 * @param candidateGroups the groups whose work it is
 * @param assignee the person who has it, or null
 */
public record TaskFacts(
        String taskId,
        String step,
        String processInstanceId,
        int procedureSet,
        String caseNumber,
        Set<String> candidateGroups,
        String assignee) {}
