package jp.tsunagu.procedure.check.ward;

import java.util.stream.Stream;
import jp.tsunagu.procedure.file.Shape;
import jp.tsunagu.procedure.file.XmlElement;

/** The conditions of a diagram: of arrows, of waiting until something is so, of doing something several times. */
final class Conditions {

    private Conditions() {}

    static Stream<String> of(Shape shape) {
        Stream<String> own = shape.is("sequenceFlow")
                ? shape.element().children("conditionExpression").map(XmlElement::text)
                : Stream.empty();
        Stream<String> waiting = shape.inside()
                .filter(part -> part.name().equals("conditionalEventDefinition"))
                .flatMap(part -> part.children("condition"))
                .map(XmlElement::text);
        Stream<String> repeated = shape.inside()
                .filter(part -> part.name().equals("multiInstanceLoopCharacteristics"))
                .flatMap(part -> part.children("completionCondition"))
                .map(XmlElement::text);
        return Stream.of(own, waiting, repeated).flatMap(found -> found);
    }
}
