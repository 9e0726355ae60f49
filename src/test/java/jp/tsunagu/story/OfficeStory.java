package jp.tsunagu.story;

import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A test that is told from an office at work, on the application that all such tests share. */
@TsunaguTest
public abstract class OfficeStory {

    @LocalServerPort
    protected int port;

    @Autowired
    protected ManagementService management;

    protected Office office;

    @BeforeEach
    final void openTheOffice() {
        office = new Office(port, management);
    }

    @AfterEach
    final void letTheClockGo() {
        Office.stopClock();
    }
}
