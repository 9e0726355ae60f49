/** 個人情報の提供: who may be told what, within consent or a named ground, and who was told (要領 第9条第2号, 第12条). */
package jp.tsunagu.disclosure;
