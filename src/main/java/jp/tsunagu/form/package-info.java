/**
 * 様式: what a form asks for, and whether a document answers it.
 *
 * <p>A form is a Camunda Form ({@code forms/*.form}), the same file that the browser renders. Everything that the browser
 * checks is checked here again, because the browser is never trusted.
 */
package jp.tsunagu.form;
