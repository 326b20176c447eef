import { beforeAll, describe, expect, it } from 'vitest';
import { counts } from '../../main/core/chain';
import type { ProbeId } from '../../main/core/facts/index';
import type { Stop } from '../../main/core/line-map';
import type { Snapshot } from '../../main/core/snapshot';
import { judge } from '../core/make';
import { wholeDevices, type Device } from './corpus';
import { adderIds, combine, isUnrelated } from './monotone';
import { inTongue, tongues } from './languages';

let devices: Device[] = [];
beforeAll(async () => {
  devices = await wholeDevices();
}, 120_000);

const muted = (snapshot: Snapshot, id: ProbeId): Snapshot => ({
  ...snapshot,
  readings: { ...snapshot.readings, [id]: { kind: 'failed', reason: 'timed-out' } },
});

const sureness = ['possible', 'likely', 'proved'];
const surer = (after = '', before = ''): boolean =>
  sureness.indexOf(after) > sureness.indexOf(before);

const greenIn = (line: readonly Stop[]) =>
  line.filter(({ state }) => state === 'ok').map(({ link }) => link);

describe('a reading that is taken away', () => {
  it('makes no finding, turns no stop green, worsens no word, and is listed as a gap', () => {
    const wrong: string[] = [];
    for (const { id, snapshot } of devices) {
      const before = judge(snapshot);
      const severity = new Map(before.findings.map((finding) => [finding.id, finding.severity]));
      const green = new Set(greenIn(before.line));
      for (const probe of Object.keys(snapshot.readings) as ProbeId[]) {
        const after = judge(muted(snapshot, probe));
        const said = (what: string) => wrong.push(`${id} without ${probe}: ${what}`);
        for (const finding of after.findings) {
          const was = severity.get(finding.id);
          if (was === undefined) said(`new ${finding.id}`);
          else if (was === 'notice' && finding.severity !== 'notice') said(`louder ${finding.id}`);
        }
        for (const link of greenIn(after.line)) if (!green.has(link)) said(`green ${link}`);
        if (!after.gaps.some((gap) => gap.probe === probe)) said('no gap');
        const sameRoot = before.rootCause !== null && after.rootCause === before.rootCause;
        if (sameRoot && surer(after.firstCause?.certainty, before.firstCause?.certainty))
          said('a surer first cause');
        if (after.state === 'healthy' && before.state !== 'healthy' && before.rootCause === null)
          said('healthy');
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('is never healthy where nothing at all was read', () => {
    for (const { snapshot } of devices) {
      const { state, line } = judge({ ...snapshot, readings: {} });
      expect(state).toBe('unknown');
      expect(greenIn(line)).toEqual([]);
    }
  });
});

describe('a Windows in another language', () => {
  it.each(tongues)('$name is told the same', (tongue) => {
    const wrong: string[] = [];
    for (const device of devices) {
      const findings = (snapshot: Snapshot) =>
        judge(snapshot).findings.map(({ id, severity, causedBy }) => [id, severity, causedBy]);
      const [here, there] = [device.snapshot, inTongue(device, tongue)].map(findings);
      if (JSON.stringify(here) !== JSON.stringify(there))
        wrong.push(`${device.id}: ${JSON.stringify(here)} became ${JSON.stringify(there)}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('a second fault on another branch', () => {
  it('hides no root cause, and is shown beside it', () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const device of devices) {
      const root = judge(device.snapshot).rootCause;
      for (const adder of adderIds) {
        const both = combine(device, adder, devices);
        if (root === null || both === null || !isUnrelated(root, both.added)) continue;
        tried += 1;
        const { findings } = judge(both.snapshot);
        const roots = findings.filter((one) => counts(one) && one.causedBy === null);
        const hidden = (wanted: string) => !roots.some(({ id }) => id === wanted);
        if (hidden(root)) wrong.push(`${device.id} + ${adder}: ${root}`);
        // During set-up some faults are not judged at all; a judged one stands beside the other.
        const judged = findings.some(
          ({ id, severity }) => id === both.added && severity !== 'notice',
        );
        if (judged && hidden(both.added)) wrong.push(`${device.id} + ${adder}: ${both.added}`);
      }
    }
    expect(tried).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  }, 120_000);
});
