/** 通知: what goes to whom and whether it was sent. Written in the transaction of the step that causes it; sending is a separate act. */
package jp.tsunagu.notice;
