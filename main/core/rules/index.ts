import type { Rule } from '../finding';
import { callerRules } from './caller';
import { cloudDeviceRules } from './cloud-device';
import { deviceRules } from './device';
import { deviceRulesBeyond } from './device-list';
import { expectationRules } from './expectation';
import { withGuide } from './guides';
import { helloRules } from './hello';
import { joinStateRules } from './join-state';
import { joinTraceRule, lastAttemptRules, preJoinTestRules } from './pre-join';
import { managementRules } from './management';
import { prtRules } from './prt';

const all: readonly Rule[] = [
  ...expectationRules,
  ...joinStateRules,
  ...preJoinTestRules,
  ...lastAttemptRules,
  joinTraceRule,
  ...deviceRules,
  ...cloudDeviceRules,
  ...prtRules,
  ...helloRules,
  ...callerRules,
  ...deviceRulesBeyond,
  ...managementRules,
];

/** Every rule there is. The order here does not decide anything: the chain does. */
export const rules: readonly Rule[] = all.map(withGuide);
