import { readFileSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Fieldkit } from '../../preload/contract';

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoke: vi.fn((..._args: unknown[]) => Promise.resolve<unknown>('answer')),
  listeners: new Map<string, Set<(event: unknown, value: unknown) => void>>(),
}));

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, object: unknown) => electron.exposed.set(name, object),
  },
  ipcRenderer: {
    invoke: electron.invoke,
    on: (name: string, relay: (event: unknown, value: unknown) => void) => {
      const set = electron.listeners.get(name) ?? new Set();
      electron.listeners.set(name, set.add(relay));
    },
    off: (name: string, relay: (event: unknown, value: unknown) => void) =>
      electron.listeners.get(name)?.delete(relay),
  },
}));

await import('../../preload/index');
const fieldkit = electron.exposed.get('fieldkit') as Fieldkit;

const send = (name: string, value: unknown): void => {
  for (const relay of electron.listeners.get(name) ?? []) relay({ sender: 'electron' }, value);
};

beforeEach(() => {
  electron.invoke.mockClear();
});

const bulk = { action: 'sync', options: {}, list: 'SN', dryRun: true, confirmedCount: null };
const options = { language: null, open: [], sources: [], note: '', call: null };

/** What each function has to send; the type demands a row for every call of the contract's object. */
const calls: Record<
  Exclude<
    keyof Fieldkit,
    'onProgress' | 'onOpened' | 'onGuide' | 'onCloud' | 'onCloudBulk' | 'onOutbox' | 'onCheckWanted'
  >,
  [unknown[], unknown[]]
> = {
  info: [[], ['app.info']],
  samples: [[], ['samples.list']],
  inspect: [[{ kind: 'this-device' }], ['inspect.start', { kind: 'this-device' }]],
  cancel: [[], ['inspect.cancel']],
  rightsOffer: [[], ['rights.offer']],
  readAsAdministrator: [['a1'], ['rights.read', 'a1']],
  readText: [['text'], ['read.text', 'text']],
  readFile: [
    ['a.zip', 'AAAA'],
    ['read.file', 'a.zip', 'AAAA'],
  ],
  takeOpened: [[], ['opened.take']],
  raw: [
    ['i1', 'dsregcmd-status'],
    ['evidence.raw', 'i1', 'dsregcmd-status'],
  ],
  readings: [['i1'], ['readings.list', 'i1']],
  chain: [['i1'], ['chain.of', 'i1']],
  readiness: [['i1'], ['readiness.of', 'i1']],
  explain: [
    ['5', 'prt'],
    ['codes.explain', '5', 'prt'],
  ],
  reachDomain: [['corp.example'], ['reach.domain', 'corp.example']],
  reachCloud: [[['prt']], ['reach.endpoints', ['prt']]],
  reachNamed: [
    ['//fs1/team', true],
    ['reach.named', '//fs1/team', true],
  ],
  reachServers: [[], ['reach.servers']],
  saveReach: [['csv'], ['reach.save', 'csv']],
  cancelReach: [[], ['reach.cancel']],
  guides: [
    ['my-device', 'i1'],
    ['guides.list', 'my-device', 'i1'],
  ],
  startGuide: [
    ['g', 'my-device', 'i1', 'works'],
    ['guide.start', 'g', 'my-device', 'i1', 'works'],
  ],
  startFix: [
    ['r', 'my-device', 'i1', true, 'works'],
    ['fix.start', 'r', 'my-device', 'i1', true, 'works'],
  ],
  unfinishedGuides: [[], ['guide.unfinished']],
  resumeGuide: [['u1'], ['guide.resume', 'u1']],
  guideState: [['u1'], ['guide.state', 'u1']],
  answerGuide: [
    ['u1', 's', { kind: 'go' }],
    ['guide.answer', 'u1', 's', { kind: 'go' }],
  ],
  guideBack: [
    ['u1', 's'],
    ['guide.back', 'u1', 's'],
  ],
  skipStep: [
    ['u1', 's', 'not-now'],
    ['guide.skip', 'u1', 's', 'not-now'],
  ],
  stopGuide: [['u1'], ['guide.stop', 'u1']],
  guideHelped: [
    ['u1', 'no'],
    ['guide.helped', 'u1', 'no'],
  ],
  leaveGuide: [['u1'], ['guide.leave', 'u1']],
  viewJournal: [['u1'], ['journal.view', 'u1']],
  previewHandOver: [
    ['i1', options],
    ['hand-over.preview', 'i1', options],
  ],
  saveHandOver: [
    ['i1', 'html', options],
    ['hand-over.save', 'i1', 'html', options],
  ],
  copyHandOver: [
    ['i1', options],
    ['hand-over.copy', 'i1', options],
  ],
  batches: [[], ['batch.list']],
  createBatch: [
    ['Day', 'stick', 'Ada'],
    ['batch.create', 'Day', 'stick', 'Ada'],
  ],
  openBatch: [['s1'], ['batch.open', 's1']],
  takeIntoBatch: [
    ['s1', 'AAAA', 'Ada'],
    ['batch.take', 's1', 'AAAA', 'Ada'],
  ],
  addToBatch: [
    ['s1', 'A1', 'Ada'],
    ['batch.add', 's1', 'A1', 'Ada'],
  ],
  setInBatch: [
    ['s1', 'A1', 'note', 'x', 'Ada'],
    ['batch.set', 's1', 'A1', 'note', 'x', 'Ada'],
  ],
  batchDevice: [
    ['s1', 'A1'],
    ['batch.row', 's1', 'A1'],
  ],
  readIntoBatch: [
    ['s1', { kind: 'this-device' }, 'set-up', 'Ada'],
    ['batch.read', 's1', { kind: 'this-device' }, 'set-up', 'Ada'],
  ],
  signInBatch: [
    ['s1', 'A1', 'Ada', []],
    ['batch.sign', 's1', 'A1', 'Ada', []],
  ],
  exportBatch: [
    ['s1', 'csv', null],
    ['batch.export', 's1', 'csv', null],
  ],
  cloud: [[], ['cloud.state']],
  cloudSignIn: [['browser'], ['cloud.sign-in', 'browser']],
  cloudConfirm: [[], ['cloud.confirm']],
  cloudCancel: [[], ['cloud.cancel']],
  cloudSignOut: [[], ['cloud.sign-out']],
  cloudLook: [['i1'], ['cloud.look', 'i1']],
  cloudMine: [[null], ['cloud.mine', null]],
  cloudFind: [
    ['serial', 'SN'],
    ['cloud.find', 'serial', 'SN'],
  ],
  cloudDevice: [['m1'], ['cloud.device', 'm1']],
  cloudKeys: [['d1'], ['cloud.keys', 'd1']],
  cloudForesee: [
    ['m1', 'wipe', {}],
    ['cloud.foresee', 'm1', 'wipe', {}],
  ],
  cloudAct: [
    ['m1', 'wipe', {}, 'PC-7'],
    ['cloud.act', 'm1', 'wipe', {}, 'PC-7'],
  ],
  cloudActions: [[], ['cloud.actions']],
  cloudFollow: [['r1'], ['cloud.follow', 'r1']],
  cloudSetAside: [['r1'], ['cloud.set-aside', 'r1']],
  cloudSecret: [
    ['laps', 'm1'],
    ['cloud.secret', 'laps', 'm1'],
  ],
  cloudCopySecret: [['t1'], ['cloud.secret-copy', 't1']],
  cloudForgetSecret: [['t1'], ['cloud.secret-forget', 't1']],
  cloudBulkStart: [[bulk], ['cloud.bulk-start', bulk]],
  cloudBulkResume: [[], ['cloud.bulk-resume']],
  cloudBulkStop: [[], ['cloud.bulk-stop']],
  cloudBulk: [[], ['cloud.bulk-state']],
  cloudBulkSave: [[], ['cloud.bulk-save']],
  waysOut: [[], ['hand-over.ways']],
  mailHandOver: [
    ['i1', options],
    ['hand-over.mail', 'i1', options],
  ],
  pdfHandOver: [
    ['i1', options],
    ['hand-over.pdf', 'i1', options],
  ],
  sendHandOver: [
    ['i1', 'bundle', 'put', options],
    ['hand-over.send', 'i1', 'bundle', 'put', options],
  ],
  outbox: [[], ['outbox.list']],
  sendAgain: [['o1'], ['outbox.send', 'o1']],
  dropFromOutbox: [['o1'], ['outbox.drop', 'o1']],
  calls: [[], ['calls.list']],
  beginCall: [[], ['call.begin']],
  writeCall: [
    ['c1', 'Anna', 'notes'],
    ['call.write', 'c1', 'Anna', 'notes'],
  ],
  attachToCall: [
    ['c1', 'i1'],
    ['call.attach', 'c1', 'i1'],
  ],
  answerInCall: [
    ['c1', 'page-opens', 'no'],
    ['call.answer', 'c1', 'page-opens', 'no'],
  ],
  toldInCall: [['c1'], ['call.told', 'c1']],
  compareInCall: [
    ['c1', null],
    ['call.compare', 'c1', null],
  ],
  guidedInCall: [
    ['c1', 'u1'],
    ['call.guided', 'c1', 'u1'],
  ],
  endCall: [['c1'], ['call.end', 'c1']],
  openLink: [['help'], ['link.open', 'help']],
  organisation: [[], ['organisation.get']],
  openOrganisation: [[2], ['organisation.open', 2]],
  disproof: [
    ['i', 'f'],
    ['evidence.disproof', 'i', 'f'],
  ],
  since: [['i'], ['history.since', 'i']],
  history: [[], ['history.state']],
  wipeHistory: [[], ['history.wipe']],
  settings: [[], ['settings.get']],
  saveSettings: [[{ seat: 'my-device' }], ['settings.set', { seat: 'my-device' }]],
};

it('exposes one object, with the keys of the contract and no other', () => {
  expect([...electron.exposed.keys()]).toEqual(['fieldkit']);
  expect(Object.keys(fieldkit).sort()).toEqual(
    [
      ...Object.keys(calls),
      'onProgress',
      'onOpened',
      'onGuide',
      'onCloud',
      'onCloudBulk',
      'onOutbox',
      'onCheckWanted',
    ].sort(),
  );
});

it.each(Object.entries(calls))('%s asks by its own name only', async (key, [given, sent]) => {
  const ask = fieldkit[key as keyof typeof calls] as (...args: unknown[]) => Promise<unknown>;
  await expect(ask(...given, 'one argument too many')).resolves.toBe('answer');
  expect(electron.invoke.mock.calls).toEqual([sent]);
});

it('hands a subscriber the value and never Electron’s event', () => {
  const heard: unknown[][] = [];
  const leave = fieldkit.onProgress((...all) => heard.push(all));
  send('inspect.progress', { done: 1 });
  leave();
  expect(heard).toEqual([[{ done: 1 }]]);
});

it('tells where a guide stands', () => {
  const heard: unknown[][] = [];
  const leave = fieldkit.onGuide((...all) => heard.push(all));
  send('guide.changed', { run: 'u1' });
  leave();
  expect(heard).toEqual([[{ run: 'u1' }]]);
});

it('tells how far a sign-in and a run for many devices have come', () => {
  const heard: unknown[][] = [];
  const leave = [
    fieldkit.onCloud((...all) => heard.push(all)),
    fieldkit.onCloudBulk((...all) => heard.push(all)),
  ];
  send('cloud.changed', { kind: 'signed-out' });
  send('cloud.bulk', { done: 1 });
  for (const one of leave) one();
  expect(heard).toEqual([[{ kind: 'signed-out' }], [{ done: 1 }]]);
});

it('tells what became of something that is sent', () => {
  const heard: unknown[][] = [];
  const leave = fieldkit.onOutbox((...all) => heard.push(all));
  send('outbox.changed', { id: 'o1' });
  leave();
  expect(heard).toEqual([[{ id: 'o1' }]]);
});

it('tells that a check is wanted, without a value', () => {
  const heard: unknown[][] = [];
  const leave = fieldkit.onCheckWanted((...all: unknown[]) => heard.push(all));
  send('check.wanted', true);
  leave();
  expect(heard).toEqual([[]]);
});

it('tells that something was opened, without a value', () => {
  const heard: unknown[][] = [];
  const leave = fieldkit.onOpened((...all: unknown[]) => heard.push(all));
  send('opened.arrived', true);
  leave();
  expect(heard).toEqual([[]]);
});

it('removes exactly the subscriber that leaves', () => {
  const heard: string[] = [];
  const leaveFirst = fieldkit.onProgress(() => heard.push('first'));
  const leaveSecond = fieldkit.onProgress(() => heard.push('second'));
  leaveFirst();
  send('inspect.progress', {});
  leaveSecond();
  send('inspect.progress', {});
  expect(heard).toEqual(['second']);
});

it('imports nothing but Electron and its own list of functions, so that it stays one small file', () => {
  const importsOf = (path: string) =>
    [...readFileSync(path, 'utf8').matchAll(/^import (?!type).* from '(.*)';$/gm)].map(
      ([, from]) => from,
    );
  expect(importsOf('preload/index.ts')).toEqual(['electron', './kit']);
  expect(importsOf('preload/kit.ts')).toEqual([]);
});
