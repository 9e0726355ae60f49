import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaints } from '../testing.mjs';

const calling = (called) => `<bpmn:callActivity id="call" calledElement="${called}" />`;

test('valid: what belongs to the main process is called', async () => {
  for (const called of ['planDecision', 'employmentSupport', 'referralStatistics']) {
    assert.deepEqual(await complaints('own-instances', calling(called)), [], called);
  }
});

test('invalid: what must outlive the main process is called', async () => {
  for (const called of ['welfareOfficeReferral', 'emergencySupport', 'referral', "${procedures.current('referral')}"]) {
    assert.deepEqual(await complaints('own-instances', calling(called)), ['call'], called);
  }
});
