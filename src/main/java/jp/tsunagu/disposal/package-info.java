/** 廃棄: whose time is over, who approved it, the erasure itself, its certificate, and what is done after a restore. */
package jp.tsunagu.disposal;
