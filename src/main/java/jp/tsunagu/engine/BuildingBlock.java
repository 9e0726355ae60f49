package jp.tsunagu.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Something programmed that an administrator may put into a diagram. It is declared on the bean that does it, so that what
 * the editor offers is what the program can do.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(BuildingBlock.Several.class)
public @interface BuildingBlock {

    /** How the editor calls it. */
    String name();

    /** What happens, for somebody who does not know the program. */
    String description();

    /**
     * What the diagram holds; {@code {step}} stands for the element's own id. Without it: the bean itself as delegate expression.
     */
    String expression() default "";

    /** Where it fits. */
    Use use() default Use.SERVICE_TASK;

    /** The kinds of elements that hold a building block. */
    enum Use {
        /** A step that the program does. */
        SERVICE_TASK,
        /** The moment at which a timer goes off. */
        TIMER
    }

    /** Holds several on one bean. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {
        BuildingBlock[] value();
    }
}
