/**
 * The one place that touches the inside of the process engine.
 *
 * <p>It offers interfaces that the other modules implement (documents of a case, who may work on a task, what a step
 * means) and calls no module itself. Only this package imports {@code org.camunda.bpm.engine.impl}.
 */
package jp.tsunagu.engine;
