package jp.tsunagu.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the product's own diagrams and tables ask of a bean, beside the building blocks that administrators choose from
 * ({@link BuildingBlock}). Both together are the list: nothing else can be named by a procedure.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenToProcedures {

    /** Methods that expressions may call; none for a bean that is itself a step or a listener. */
    String[] value() default {};
}
