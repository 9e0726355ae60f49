/** Whose work it is and until when: routing to roles, both sides of a check kept apart, deadlines, Tasklist filters. */
package jp.tsunagu.work;
