/** What a procedure must fulfil before it may be published: that every case can end, what the law demands, what the ward wants. */
package jp.tsunagu.procedure.check;
