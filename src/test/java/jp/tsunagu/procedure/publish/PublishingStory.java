package jp.tsunagu.procedure.publish;

import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** A test that is told from a Monday on which two administrators publish; afterwards the procedure is as it was. */
abstract class PublishingStory extends OfficeStory {

    protected PublishingOffice administrators;

    protected CasesUnderWay people;

    @BeforeEach
    final void monday(@Autowired AutowireCapableBeanFactory beans) {
        administrators = beans.createBean(PublishingOffice.class);
        people = new CasesUnderWay(office);
        office.clock("2026-10-05T10:00");
    }

    @AfterEach
    final void asItWas() {
        administrators.tidyUp();
    }
}
