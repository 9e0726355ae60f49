/** 公開: a 改定案 is proposed, approved by another person, tried on the running cases, comes into force on its day, and can be taken back. */
package jp.tsunagu.procedure.publish;
