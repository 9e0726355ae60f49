/** お知らせのメール: an e-mail to colleagues that there is something to read in Tsunagu, and nothing else. */
package jp.tsunagu.notice.mail;
