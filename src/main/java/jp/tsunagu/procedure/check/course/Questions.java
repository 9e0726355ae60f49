package jp.tsunagu.procedure.check.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What somebody wants to know of the values of variables at the moment a step is done, while the ways are explored. */
public interface Questions {

    /**
     * One question.
     *
     * @param process the diagram it is about
     * @param element the step that was done
     * @param condition what is asked
     */
    record Question(String process, String element, Condition condition) {}

    /** All of them. */
    List<Question> questions();

    /**
     * The steps of a diagram of which it matters when they are done, or that they are open. Any other step that only leads to a
     * plain end beside the way is taken as done at once: whether it is done early or late makes no difference.
     */
    default Set<String> watched(String process) {
        return Set.of();
    }

    /** Those about one diagram, each with its number. */
    final class Asked {

        private final List<Question> all = new ArrayList<>();
        private final Map<String, List<Question>> byElement = new java.util.HashMap<>();

        private final Set<String> watched;

        Asked(Questions questions, String process) {
            watched = questions.watched(process);
            for (Question question : questions.questions()) {
                if (question.process().equals(process) && !all.contains(question)) {
                    all.add(question);
                    byElement
                            .computeIfAbsent(question.element(), first -> new ArrayList<>())
                            .add(question);
                }
            }
        }

        List<Question> at(Node node) {
            return byElement.getOrDefault(node.id, List.of());
        }

        boolean watches(Node node) {
            return watched.contains(node.id) || byElement.containsKey(node.id);
        }

        int number(Question question) {
            return all.indexOf(question);
        }

        List<Condition> conditions() {
            return all.stream().map(Question::condition).toList();
        }
    }
}
