/** 全期間の出来事: what happens to a person beside the procedure (死亡、転出、連絡不通、撤回 …) and what follows from it. */
package jp.tsunagu.change;
