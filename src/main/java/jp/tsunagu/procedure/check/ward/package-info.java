/**
 * What the ward wants of every procedure. One rule is one class, one page of explanation in {@code docs/procedure-checks} and a
 * good and a bad example among the tests' resources.
 */
package jp.tsunagu.procedure.check.ward;
