// Which rules a diagram is checked with. The build (lint.mjs) and the editor in the browser use the same list.

import clauseNamed from './rules/clause-named.js';
import exitsNamed from './rules/exits-named.js';
import historyTimeToLive from './rules/history-time-to-live.js';
import labelJapanese from './rules/label-japanese.js';
import linksPaired from './rules/links-paired.js';
import noCodeInDiagram from './rules/no-code-in-diagram.js';
import ownInstances from './rules/own-instances.js';
import parallelGatewayNotMerging from './rules/parallel-gateway-not-merging.js';
import userTaskComplete from './rules/user-task-complete.js';
import variablesListed from './rules/variables-listed.js';

const PLUGIN = 'bpmnlint-plugin-tsunagu';

export const rules = {
  'clause-named': clauseNamed,
  'exits-named': exitsNamed,
  'history-time-to-live': historyTimeToLive,
  'label-japanese': labelJapanese,
  'links-paired': linksPaired,
  'no-code-in-diagram': noCodeInDiagram,
  'own-instances': ownInstances,
  'parallel-gateway-not-merging': parallelGatewayNotMerging,
  'user-task-complete': userTaskComplete,
  'variables-listed': variablesListed,
};

/** @param variables `[{ name, values }]` of processes/variables.yaml */
export function configuration(variables) {
  return {
    extends: 'bpmnlint:recommended',
    rules: {
      // A step that several ways lead to again and again is drawn once, without a gateway before it: the picture stays small.
      'fake-join': 'off',
      // Same for a gateway that several ways lead to. An inclusive one waits only for what can still arrive; a parallel one waits for
      // all, which parallel-gateway-not-merging refuses.
      'no-gateway-join-fork': 'off',
      // "And also" is what the procedure says: welfare office beside any result, notice beside the plan, work beside the assessment.
      'no-inclusive-gateway': 'off',
      // links-paired says the same in Japanese.
      'link-event': 'off',
      ...Object.fromEntries(Object.keys(rules).map((name) => [`tsunagu/${name}`, 'error'])),
      'tsunagu/variables-listed': ['error', { variables }],
    },
  };
}

/** Finds our rules here and all others where bpmnlint finds them. */
export function resolver(bpmnlint) {
  return {
    resolveRule: (pkg, name) => (pkg === PLUGIN ? rules[name] : bpmnlint.resolveRule(pkg, name)),
    resolveConfig: (pkg, name) => bpmnlint.resolveConfig(pkg, name),
  };
}
