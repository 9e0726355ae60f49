/**
 * Need to know (要領 第12条): reading a case for a reason that is told, cases that only named persons know of (EV8), and opening
 * their address and telephone. What it decides is asked by {@code casefile.CaseReaders}.
 */
package jp.tsunagu.needtoknow;
