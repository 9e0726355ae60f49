/** Two procedures compared: what an administrator is told of the difference, in words and in the picture. */
package jp.tsunagu.procedure.compare;
