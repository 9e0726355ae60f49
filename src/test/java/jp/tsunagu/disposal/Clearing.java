package jp.tsunagu.disposal;

import jp.tsunagu.oversight.Stays;
import org.springframework.context.ApplicationContext;

/** What the program does by itself every minute, for tests whose clock stands still. */
public final class Clearing {

    private final ApplicationContext application;

    public Clearing(ApplicationContext application) {
        this.application = application;
    }

    /** Until when each closed case is kept. */
    public void reckon() {
        application.getBean(RetentionSweep.class).run();
    }

    /** What two people approved; how many cases. */
    public int erase() {
        application.getBean(Stays.class).update();
        return application.getBean(ErasureRun.class).run();
    }
}
