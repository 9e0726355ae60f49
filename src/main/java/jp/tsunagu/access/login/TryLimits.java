package jp.tsunagu.access.login;

import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How often passwords may be tried. Of one account from one address: a wait that grows. Where an account has logged in
 * rightly before, that is all: nobody elsewhere can delay it there. From anywhere else a try also takes one from what the
 * address, the account and this node have, and gives it back if it was right. Kept in memory: with two nodes somebody has
 * twice as many tries, which is still few.
 */
@Component
class TryLimits {

    private static final int MOST_KEYS = 50_000;
    private static final String NODE = "node";

    private final KnownAddresses known;
    private final GrowingWaits waits;
    private final Buckets addresses;
    private final Buckets accounts;
    private final Buckets node;

    TryLimits(KnownAddresses known, Elapsed elapsed) {
        this.known = known;
        this.waits = new GrowingWaits(elapsed);
        // an office of fifty behind one address after a long holiday
        this.addresses = new Buckets(MOST_KEYS, 30, Duration.ofSeconds(2), elapsed);
        this.accounts = new Buckets(MOST_KEYS, 20, Duration.ofSeconds(15), elapsed);
        this.node = new Buckets(1, 60, Duration.ofMillis(200), elapsed);
    }

    /** One try that was let in. */
    final class Try {

        private final String user;
        private final String address;
        private final boolean fromKnownAddress;

        private Try(String user, String address, boolean fromKnownAddress) {
            this.user = user;
            this.address = address;
            this.fromKnownAddress = fromKnownAddress;
        }

        /** The password was right. */
        void right() {
            waits.right(pair(user, address));
            giveBack();
            known.remember(user, address);
        }

        /** It was not looked at. */
        void giveBack() {
            if (!fromKnownAddress) {
                addresses.giveBack(address);
                accounts.giveBack(user);
                node.giveBack(NODE);
            }
        }
    }

    /**
     * Lets a try in.
     *
     * @throws TooManyTriesException if there have been too many, whether or not there is such an account
     */
    Try begin(String user, String address) {
        String pair = pair(user, address);
        refuse(waits.left(pair));
        boolean fromKnownAddress = known.contains(user, address);
        if (!fromKnownAddress) {
            refuse(addresses.take(address));
            Duration ofAccount = accounts.take(user);
            Duration ofNode = ofAccount.isZero() ? node.take(NODE) : Duration.ZERO;
            if (!ofAccount.isZero() || !ofNode.isZero()) {
                addresses.giveBack(address);
                if (ofAccount.isZero()) {
                    accounts.giveBack(user);
                }
                refuse(ofAccount.plus(ofNode));
            }
        }
        waits.begin(pair);
        return new Try(user, address, fromKnownAddress);
    }

    private static void refuse(Duration wait) {
        if (!wait.isZero()) {
            throw new TooManyTriesException(wait);
        }
    }

    private static String pair(String user, String address) {
        return user + "\n" + address;
    }
}
