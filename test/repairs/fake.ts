import type { Facts, ProbeId } from '../../main/core/facts/index';
import { ok, unavailable, type Reading } from '../../main/core/reading';
import type { Snapshot } from '../../main/core/snapshot';
import type { Act, ActReading } from '../../main/os/act';
import type { Os } from '../../main/os/port';
import type { RepairOutcome } from '../../main/repairs/repair';
import type { RunOptions } from '../../main/repairs/run';

export type Readings = { [K in ProbeId]?: Reading<Facts[K]> };

/** A fact with just the fields a test is about; the rest is never looked at. */
export const fact = <K extends ProbeId>(_id: K, value: object): Reading<Facts[K]> =>
  ok(value as Facts[K]);

export const snapshotOf = (readings: Readings): Snapshot => ({
  observedAt: 0,
  origin: 'this-device',
  platform: 'win32',
  readings,
});

export const acted = (
  exitCode: number | null,
  saved: string | null = null,
  text = '',
): ActReading => ok({ bytes: Buffer.from(text), exitCode, ms: 1, saved });

export interface Scene {
  kind?: Os['kind'];
  platform?: NodeJS.Platform;
  elevated?: boolean | null;
  system?: boolean | null;
  before: Readings;
  /** What is read once something was started; `before` when absent. */
  after?: Readings;
  /** What an act ends with; 0 when absent. */
  ends?: (act: Act) => ActReading | Promise<ActReading>;
  options?: Partial<RunOptions>;
}

/** One device before and after, which notes in order all that happens to it. */
export const stage = (scene: Scene) => {
  const log: string[] = [];
  const outcomes: RepairOutcome[] = [];
  let touched = false;
  const os: Os = {
    kind: scene.kind ?? 'live',
    platform: scene.platform ?? 'win32',
    observedAt: null,
    read: ({ key }) => {
      if (key !== 'host') return Promise.resolve(unavailable('not-recorded'));
      const { elevated = false, system = false } = scene;
      const who = { user: null, domain: null, computer: null, sid: null, elevated, system };
      return Promise.resolve(
        ok({ bytes: Buffer.from(JSON.stringify(who)), exitCode: null, ms: 0 }),
      );
    },
    act: async (act) => {
      log.push(`act ${act.key}`);
      touched = true;
      return scene.ends === undefined ? acted(0) : scene.ends(act);
    },
  };
  const options: RunOptions = {
    os,
    seat: 'deployment',
    dryRun: false,
    allowed: () => true,
    look: (ids) => {
      log.push('look');
      const readings = touched ? (scene.after ?? scene.before) : scene.before;
      return Promise.resolve(
        snapshotOf(
          Object.fromEntries(ids.map((id) => [id, readings[id] ?? unavailable('not-recorded')])),
        ),
      );
    },
    journal: {
      begun: ({ acts }) => {
        log.push(`begun ${acts.join(' ')}`);
        return Promise.resolve();
      },
      ended: (outcome) => {
        log.push(`ended ${outcome.kind}`);
        outcomes.push(outcome);
        return Promise.resolve();
      },
    },
    elevate: null,
    wait: () => {
      log.push('wait');
      return Promise.resolve();
    },
    ...scene.options,
  };
  return { options, log, outcomes };
};
