/**
 * What may be in a procedure's files and what an expression may reach: one closed list, asked when something is deployed and
 * again when an expression is evaluated (decision 25).
 */
package jp.tsunagu.engine.guard;
