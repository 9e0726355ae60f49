package jp.tsunagu.notice;

/**
 * Who a notice is for.
 *
 * @param role the group whose task it becomes, or null
 * @param account the one of that group whom alone it concerns, or null
 * @param name the person or body outside, or null
 */
record Receiver(String role, String account, String name) {

    /** 本人: the address is read from the case file when the letter is made, never copied here. */
    static final Receiver PERSON = new Receiver(null, null, "本人");
}
