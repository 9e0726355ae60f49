package jp.tsunagu.oversight;

import java.util.List;

/** For those who may see the cases themselves. */
final class ExactNumbers implements Showing {

    @Override
    public Figure count(List<Long> parts) {
        return Figure.count(parts.stream().mapToLong(Long::longValue).sum());
    }

    @Override
    public Figure days(WaitedDays waited, double share) {
        return Figure.days(waited.within(share));
    }

    @Override
    public Figure share(long part, long whole) {
        return whole == 0 ? Figure.NONE : Figure.share(Math.round(100.0 * part / whole));
    }

    @Override
    public boolean sumsPeriods() {
        return true;
    }
}
