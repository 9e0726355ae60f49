/** 支援: emergency support, monitoring, evaluation, closing and follow-up (要領 第9条第6号・第9号、第11条). */
package jp.tsunagu.support;
