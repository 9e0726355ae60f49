/**
 * Which cases will pass a target within the next ten working days, how likely, and how good that was said: from how long
 * stays in a step take, what follows a step, and when targets lie (decision 22).
 */
package jp.tsunagu.oversight.forecast;
