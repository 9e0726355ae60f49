package jp.tsunagu.walk;

import java.util.List;
import java.util.stream.Stream;

/** I-01 … I-10, I-12, I-15 of the requirements, asked after each case. */
final class Invariants {

    static final List<Question> AFTER_EACH_CASE = Stream.of(
                    HandoverQuestions.QUESTIONS,
                    DisclosureQuestions.QUESTIONS,
                    PlanQuestions.QUESTIONS,
                    RejectionQuestions.QUESTIONS,
                    SupportQuestions.QUESTIONS,
                    ClosingQuestions.QUESTIONS,
                    EveryStep.QUESTIONS)
            .flatMap(List::stream)
            .toList();

    private Invariants() {}
}
