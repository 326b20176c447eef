import { describe, expect, it } from 'vitest';
import { disproofsOf } from '../../main/core/disproof';
import { rules } from '../../main/core/rules/index';
import type { Snapshot } from '../../main/core/snapshot';
import { outputOf, snapshotOf } from './make';
import { domainAtWork } from './rules/make-device';

const ruleOf = (id: string) => {
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
};
/** The fact of that path, put to what is said to disprove it. */
const put = (snapshot: Snapshot, source: string, field: string, text: string): Snapshot => {
  const copy = structuredClone(snapshot);
  const path = field.split(/[.[\]]+/u).filter(Boolean);
  let at = copy.readings[source as never] as unknown as Record<string, unknown>;
  at = at['value'] as Record<string, unknown>;
  for (const part of path.slice(0, -1)) at = at[part] as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  const old = at[last];
  at[last] =
    typeof old === 'boolean' ? text === 'true' : typeof old === 'number' ? Number(text) : text;
  return copy;
};

const broken: [string, Snapshot][] = [
  ['a lost token', snapshotOf(outputOf({ AzureAdPrt: 'NO' }))],
  [
    'a device that was deleted',
    snapshotOf(outputOf({ DeviceAuthStatus: 'FAILED. Device is either disabled or deleted' })),
  ],
  ['a failed key', snapshotOf(outputOf({ KeySignTest: 'FAILED' }))],
  [
    'a blocked registration',
    domainAtWork({
      facts: {
        'join-policy': {
          automaticRegistration: 'blocked',
          workAccountsBlocked: 'no',
          keyFromProfile: 'no',
        },
      },
    }),
  ],
];

describe.each(broken)('what would disprove %s', (_name, snapshot) => {
  const found = rules.filter((rule) => rule.when(snapshot) !== null);

  it('is told for every finding, and is true', () => {
    expect(found.length).toBeGreaterThan(0);
    for (const rule of found) {
      const { facts, standsOn } = disproofsOf(rule, snapshot);
      expect(standsOn.length).toBeGreaterThan(0);
      for (const { source, field, value, instead } of facts) {
        expect(instead).not.toBe(value);
        expect(rule.when(put(snapshot, source, field, instead))).toBeNull();
      }
    }
  });
});

it('names the fact that decides', () => {
  const snapshot = snapshotOf(outputOf({ AzureAdPrt: 'NO' }));
  const id = rules.find((rule) => rule.link === 'prt' && rule.when(snapshot) !== null)?.id ?? '';
  expect(disproofsOf(ruleOf(id), snapshot).facts).toContainEqual({
    source: 'device-registration',
    field: 'entraPrt.present',
    value: 'no',
    instead: 'yes',
  });
});

it('is nothing for what was not found, and leaves the readings as they were', () => {
  const snapshot = snapshotOf(outputOf());
  const before = structuredClone(snapshot);
  for (const rule of rules) disproofsOf(rule, snapshot);
  expect(snapshot).toEqual(before);
  expect(disproofsOf(ruleOf('expected-other-tenant'), snapshot)).toEqual({
    facts: [],
    standsOn: [],
  });
});
