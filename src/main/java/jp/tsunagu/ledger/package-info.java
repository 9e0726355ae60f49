/** The pages of the 支援台帳: the list of cases that staff look things up in all day, and the page of each case. */
package jp.tsunagu.ledger;
