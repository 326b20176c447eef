import { appendFile, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openActionJournal } from '../../../main/cloud/actions/journal';
import { lookAfter, performAction, type ActionWishes } from '../../../main/cloud/actions/perform';
import { isOpen, readEntries } from '../../../main/cloud/actions/records';
import { bodyOf, cloudActions, type CloudActionId } from '../../../main/cloud/actions/table';
import { checkIn } from '../../harness/graph';
import { newDesk, wipe, wipes } from './kit';

describe('a wipe', () => {
  it('goes from queued to done, and each is told as it is', async () => {
    const { hands, server } = await newDesk();
    const outcome = await performAction(hands, wipe({ options: { keepUserData: true } }));
    if (outcome.kind !== 'sent') throw new Error(outcome.kind);
    expect(outcome.record).toMatchObject({ sent: 'accepted', state: null });
    const { run } = outcome.record;
    const device = server.store.managed[0]!;
    const states: (string | null)[] = [];
    for (let look = 0; look < 3; look += 1) {
      states.push((await lookAfter(hands, run))?.state ?? null);
      checkIn(device);
    }
    expect(states).toEqual(['pending', 'active', 'done']);
    expect(wipes(server.asked)).toHaveLength(1);
    expect(wipes(server.asked)[0]!.body).toEqual({ keepUserData: true });
  });

  it.each([null, '', 'PC-8', 'PC'])('is not sent when %j was typed', async (confirmation) => {
    const { hands, server } = await newDesk();
    expect(await performAction(hands, wipe({ confirmation }))).toMatchObject({
      kind: 'refused',
      why: 'not-confirmed',
    });
    expect(server.asked).toEqual([]);
  });

  it('is not sent when the device is not the one that was shown any more', async () => {
    const { hands, server } = await newDesk();
    server.store.managed[0]!['deviceName'] = 'PC-9';
    expect(await performAction(hands, wipe())).toMatchObject({ why: 'device-changed' });
    server.store.managed[0]!['deviceName'] = 'PC-7';
    server.store.managed[0]!['serialNumber'] = 'OTHER';
    expect(await performAction(hands, wipe())).toMatchObject({ why: 'device-changed' });
    expect(wipes(server.asked)).toEqual([]);
  });

  it('is not sent twice while the first may still happen', async () => {
    const { hands, server } = await newDesk();
    await performAction(hands, wipe());
    expect(await performAction(hands, wipe())).toMatchObject({
      kind: 'refused',
      why: 'already-sent',
      record: { sent: 'accepted' },
    });
    expect(wipes(server.asked)).toHaveLength(1);
  });

  it('can be asked for again when the device said that the first failed', async () => {
    const { hands, server } = await newDesk();
    const first = await performAction(hands, wipe());
    if (first.kind !== 'sent') throw new Error(first.kind);
    checkIn(server.store.managed[0]!, 'failed');
    expect(await lookAfter(hands, first.record.run)).toMatchObject({ state: 'failed' });
    expect(await performAction(hands, wipe())).toMatchObject({ kind: 'sent' });
    expect(wipes(server.asked)).toHaveLength(2);
  });

  it('is done, too, when the service has taken the device off its list', async () => {
    const { hands, server } = await newDesk();
    const first = await performAction(hands, wipe());
    if (first.kind !== 'sent') throw new Error(first.kind);
    await lookAfter(hands, first.record.run);
    server.store.managed.splice(0);
    expect(await lookAfter(hands, first.record.run)).toMatchObject({ state: 'gone' });
  });

  it('is unknown, and not sent again, when the answer got lost', async () => {
    const { hands, server } = await newDesk();
    server.stage(({ method }) => (method === 'POST' ? { status: 504, after: true } : null));
    const outcome = await performAction(hands, wipe());
    expect(outcome).toMatchObject({ kind: 'sent', record: { sent: 'unknown' } });
    expect(await performAction(hands, wipe())).toMatchObject({ why: 'already-sent' });
    expect(wipes(server.asked)).toHaveLength(1);
    server.stage(null);
    if (outcome.kind !== 'sent') throw new Error(outcome.kind);
    expect(await lookAfter(hands, outcome.record.run)).toMatchObject({ state: 'pending' });
  });

  it('stays unknown while the service cannot be asked', async () => {
    const { hands, server } = await newDesk();
    server.stage(({ method }) => (method === 'POST' ? { status: 504 } : null));
    const outcome = await performAction(hands, wipe());
    if (outcome.kind !== 'sent') throw new Error(outcome.kind);
    expect(await lookAfter(hands, outcome.record.run)).toMatchObject({
      sent: 'unknown',
      state: null,
    });
    await server.close();
    expect(await lookAfter(hands, outcome.record.run)).toMatchObject({
      sent: 'unknown',
      state: null,
    });
  });

  it('is not sent when it cannot be written down first', async () => {
    const { hands, journal, server } = await newDesk();
    await journal.close();
    expect(await performAction(hands, wipe())).toMatchObject({ why: 'no-journal' });
    expect(wipes(server.asked)).toEqual([]);
  });

  it('tells a refusal by the service with its words and ids, and may be tried again', async () => {
    const { hands, journal, server } = await newDesk();
    server.stage(({ method }) => (method === 'POST' ? { status: 403 } : null));
    expect(await performAction(hands, wipe())).toMatchObject({
      kind: 'failed',
      code: 'not-allowed',
    });
    expect(journal.records()).toMatchObject([{ sent: 'failed', code: 'not-allowed' }]);
    server.stage(null);
    expect(await performAction(hands, wipe())).toMatchObject({ kind: 'sent' });
  });
});

describe('an Autopilot record', () => {
  it('is deleted only when the device is gone from management', async () => {
    const { hands, server } = await newDesk({
      server: { store: { autopilot: [{ id: 'a1', serialNumber: 'PF2ABC12' }] } } as never,
    });
    const wishes: ActionWishes = {
      action: 'autopilot-delete',
      target: { id: 'a1', name: 'PF2ABC12', serial: 'PF2ABC12' },
      options: {},
      confirmation: 'PF2ABC12',
    };
    expect(await performAction(hands, wishes)).toMatchObject({ why: 'still-enrolled' });
    server.store.managed.splice(0);
    expect(await performAction(hands, wishes)).toMatchObject({ kind: 'sent' });
    expect(server.store.autopilot).toEqual([]);
  });
});

describe('the table of actions', () => {
  it.each(Object.keys(cloudActions) as CloudActionId[])(
    '%s takes no option it does not have',
    (action) => {
      expect(bodyOf(action, { explode: true })).toBeNull();
      expect(bodyOf(action, JSON.parse('{"__proto__": true}') as never)).toBeNull();
    },
  );

  it('takes each option only as what it is', () => {
    expect(bodyOf('wipe', { keepUserData: 'yes' })).toBeNull();
    expect(bodyOf('cloud-pc-reprovision', { osVersion: 'windows95' })).toBeNull();
    expect(bodyOf('cloud-pc-reprovision', { osVersion: 'windows11' })).toEqual({
      body: { osVersion: 'windows11' },
    });
    expect(bodyOf('sync', {})).toEqual({});
    expect(bodyOf('wipe', {})).toEqual({ body: {} });
  });
});

describe('the journal', () => {
  it('survives an end that was torn off, and goes on behind the last whole line', async () => {
    const { hands, journal, path } = await newDesk();
    await performAction(hands, wipe());
    await journal.close();
    await appendFile(path, '{"t":"ended","run":"x","ki');
    const again = await openActionJournal(path);
    expect(again.records()).toHaveLength(1);
    await again.write({ t: 'set-aside', run: again.records()[0]!.run, at: 1 });
    await again.close();
    const { entries } = readEntries(await readFile(path, 'utf8'));
    expect(entries.map(({ t }) => t)).toEqual(['begun', 'ended', 'set-aside']);
    expect(isOpen((await openActionJournal(path)).records()[0]!)).toBe(false);
  });
});
