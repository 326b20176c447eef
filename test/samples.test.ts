import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '../strings/en/samples.json';
import german from '../strings/de/samples.json';
import { listSamples, openSample, sampleIds } from '../main/samples';

const folder = join(import.meta.dirname, '../resources/devices');

/** What each sample is there to show. A sample that shows something else tells a wrong story. */
const shows: Readonly<Record<string, readonly [state: string, rootCause: string | null]>> = {
  'password-changed-elsewhere': ['broken', 'prt-password-refused'],
  'healthy-cloud-laptop': ['healthy', null],
  'healthy-hybrid-desktop': ['healthy', null],
  'device-switched-off': ['broken', 'device-disabled-or-deleted'],
  'hotel-network': ['attention', 'prt-network'],
  'second-proof-needed': ['attention', 'prt-more-proof-needed'],
  'key-lost-after-repair': ['broken', 'device-key-lost'],
  'waiting-for-directory': ['attention', 'join-waiting-for-sync'],
  'proxy-blocks-registration': ['broken', 'join-discovery-network'],
  'hybrid-not-set-up': ['attention', 'join-not-set-up-in-directory'],
  'registered-twice': ['attention', 'registered-twice'],
  'personal-pc-with-work-account': ['healthy', null],
  'adfs-refuses-device': ['attention', 'enterprise-prt-failing'],
  'cloud-desktop': ['healthy', null],
  'local-administrator': ['healthy', null],
  'new-pc-out-of-the-box': ['healthy', null],
  'laptop-before-reset': ['healthy', null],
  'co-managed-desktop': ['healthy', null],
  'clock-behind': ['attention', 'clock-far-off'],
  'chip-locked-out': ['attention', 'chip-locked'],
  'set-up-stops-at-app': ['broken', 'setup-app-failed'],
  'set-up-chip-cannot-prove': ['broken', 'autopilot-chip-cannot-prove'],
};

describe('the sample devices', () => {
  it('are listed, and every listed one is there', async () => {
    const there = readdirSync(folder).filter((name) => !name.endsWith('.json'));
    expect([...(await sampleIds())].sort()).toEqual(there.sort());
    expect(there.sort()).toEqual(Object.keys(shows).sort());
  });

  it('have a name and a story in every language', async () => {
    for (const id of await sampleIds())
      for (const words of [english, german])
        for (const part of ['name', 'story'])
          expect(words).toHaveProperty([`sample.${id}.${part}`], expect.stringMatching(/\S/));
  });

  it.each(Object.entries(shows))('%s shows what its story says', async (id, [state, rootCause]) => {
    const { look } = await import('../main/engine');
    const os = await openSample(id);
    if (!os) throw new Error('no such sample');
    const { diagnosis } = await look(os, { budgetMs: 10_000 });
    expect({ state: diagnosis.state, rootCause: diagnosis.rootCause }).toEqual({
      state,
      rootCause,
    });
  });

  it('give the gallery what the engine finds in them', async () => {
    const { look } = await import('../main/engine');
    const found = await Promise.all(
      (await sampleIds()).map(async (id) => {
        const os = await openSample(id);
        if (!os) throw new Error(id);
        const { diagnosis } = await look(os, { budgetMs: 10_000 });
        return { id, state: diagnosis.state, joinType: diagnosis.join.type };
      }),
    );
    expect(await listSamples()).toEqual(found);
  });

  it('refuse an id that is none, even one that is a path', async () => {
    for (const id of ['nobody', '../devices/healthy-cloud-laptop', '', 'constructor'])
      expect(await openSample(id)).toBeNull();
  });
});
