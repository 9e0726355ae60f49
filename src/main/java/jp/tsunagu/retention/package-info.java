/** 保存期間: until when the records of a closed case are kept, by decision table {@code retention}. */
package jp.tsunagu.retention;
