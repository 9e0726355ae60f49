/** What every request meets, whoever sends it: which doors there are at all, and what every answer says (decision 25). */
package jp.tsunagu.access.door;
