package jp.tsunagu.oversight;

import java.util.List;

/** How figures are shown to somebody: every figure of this room, on whatever page and in whatever file, passes through here. */
interface Showing {

    /** What these counts are together. */
    Figure count(List<Long> parts);

    /** The working days within which this share of the stays lies; 1 is the worst of all. */
    Figure days(WaitedDays waited, double share);

    /** How many of them, in per cent. */
    Figure share(long part, long whole);

    /** Whether figures of a period are also shown summed up over the steps of a called process. */
    boolean sumsPeriods();
}
