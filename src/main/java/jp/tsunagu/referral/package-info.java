/**
 * つなぎ: 振り分け, 福祉事務所への確実なつなぎ (要領 第9条第5号), つなぎ to other systems and agencies. A referral ends with a receipt or a
 * written reason, never in silence.
 */
package jp.tsunagu.referral;
