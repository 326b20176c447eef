import type { BatchKit } from './contract-batch';
import type { CloudKit } from './contract-cloud';
import type { CallName, Calls, EventName, Events, Fieldkit } from './contract';

type Call = <K extends CallName>(
  name: K,
  ...args: Parameters<Calls[K]>
) => Promise<ReturnType<Calls[K]>>;
type Listen = <K extends EventName>(name: K, tell: (value: Events[K]) => void) => () => void;

const batchKit = (call: Call): BatchKit => ({
  batches: () => call('batch.list'),
  createBatch: (name, place, by) => call('batch.create', name, place, by),
  openBatch: (sheet) => call('batch.open', sheet),
  takeIntoBatch: (sheet, base64, by) => call('batch.take', sheet, base64, by),
  addToBatch: (sheet, serial, by) => call('batch.add', sheet, serial, by),
  setInBatch: (sheet, serial, field, value, by) =>
    call('batch.set', sheet, serial, field, value, by),
  batchDevice: (sheet, serial) => call('batch.row', sheet, serial),
  readIntoBatch: (sheet, target, step, by) => call('batch.read', sheet, target, step, by),
  signInBatch: (sheet, serial, by, words) => call('batch.sign', sheet, serial, by, words),
  exportBatch: (sheet, form, language) => call('batch.export', sheet, form, language),
});

const cloudKit = (call: Call, listen: Listen): CloudKit => ({
  cloud: () => call('cloud.state'),
  cloudSignIn: (how) => call('cloud.sign-in', how),
  cloudConfirm: () => call('cloud.confirm'),
  cloudCancel: () => call('cloud.cancel'),
  cloudSignOut: () => call('cloud.sign-out'),
  cloudLook: (inspection) => call('cloud.look', inspection),
  cloudMine: (inspection) => call('cloud.mine', inspection),
  cloudFind: (by, text) => call('cloud.find', by, text),
  cloudDevice: (device) => call('cloud.device', device),
  cloudKeys: (device) => call('cloud.keys', device),
  cloudForesee: (thing, action, options) => call('cloud.foresee', thing, action, options),
  cloudAct: (thing, action, options, typed) => call('cloud.act', thing, action, options, typed),
  cloudActions: () => call('cloud.actions'),
  cloudFollow: (run) => call('cloud.follow', run),
  cloudSetAside: (run) => call('cloud.set-aside', run),
  cloudSecret: (kind, of) => call('cloud.secret', kind, of),
  cloudCopySecret: (ticket) => call('cloud.secret-copy', ticket),
  cloudForgetSecret: (ticket) => call('cloud.secret-forget', ticket),
  cloudBulkStart: (wish) => call('cloud.bulk-start', wish),
  cloudBulkResume: () => call('cloud.bulk-resume'),
  cloudBulkStop: () => call('cloud.bulk-stop'),
  cloudBulk: () => call('cloud.bulk-state'),
  cloudBulkSave: () => call('cloud.bulk-save'),
  onCloud: (tell) => listen('cloud.changed', tell),
  onCloudBulk: (tell) => listen('cloud.bulk', tell),
});

/** Named functions only: the page never has a channel to name, whichever door carries it. */
export const createKit = (call: Call, listen: Listen): Fieldkit => ({
  ...batchKit(call),
  ...cloudKit(call, listen),
  info: () => call('app.info'),
  samples: () => call('samples.list'),
  inspect: (target) => call('inspect.start', target),
  cancel: () => call('inspect.cancel'),
  readText: (text) => call('read.text', text),
  readFile: (name, base64) => call('read.file', name, base64),
  raw: (inspection, source) => call('evidence.raw', inspection, source),
  disproof: (inspection, finding) => call('evidence.disproof', inspection, finding),
  readings: (inspection) => call('readings.list', inspection),
  rightsOffer: () => call('rights.offer'),
  readAsAdministrator: (inspection) => call('rights.read', inspection),
  chain: (inspection) => call('chain.of', inspection),
  readiness: (inspection) => call('readiness.of', inspection),
  explain: (asked, area) => call('codes.explain', asked, area),
  calls: () => call('calls.list'),
  beginCall: () => call('call.begin'),
  writeCall: (id, name, notes) => call('call.write', id, name, notes),
  attachToCall: (id, inspection) => call('call.attach', id, inspection),
  answerInCall: (id, question, answer) => call('call.answer', id, question, answer),
  toldInCall: (id) => call('call.told', id),
  compareInCall: (id, earlier) => call('call.compare', id, earlier),
  guidedInCall: (id, run) => call('call.guided', id, run),
  endCall: (id) => call('call.end', id),
  reachDomain: (domain) => call('reach.domain', domain),
  reachCloud: (purposes) => call('reach.endpoints', purposes),
  reachNamed: (typed, printer) => call('reach.named', typed, printer),
  reachServers: () => call('reach.servers'),
  saveReach: (format) => call('reach.save', format),
  cancelReach: () => call('reach.cancel'),
  guides: (seat, inspection) => call('guides.list', seat, inspection),
  startGuide: (guide, seat, inspection, ending) =>
    call('guide.start', guide, seat, inspection, ending),
  startFix: (repair, seat, inspection, dryRun, ending) =>
    call('fix.start', repair, seat, inspection, dryRun, ending),
  unfinishedGuides: () => call('guide.unfinished'),
  resumeGuide: (run) => call('guide.resume', run),
  guideState: (run) => call('guide.state', run),
  answerGuide: (run, step, answer) => call('guide.answer', run, step, answer),
  guideBack: (run, step) => call('guide.back', run, step),
  skipStep: (run, step, reason) => call('guide.skip', run, step, reason),
  stopGuide: (run) => call('guide.stop', run),
  guideHelped: (run, answer) => call('guide.helped', run, answer),
  leaveGuide: (run) => call('guide.leave', run),
  viewJournal: (run) => call('journal.view', run),
  previewHandOver: (inspection, options) => call('hand-over.preview', inspection, options),
  saveHandOver: (inspection, form, options) => call('hand-over.save', inspection, form, options),
  copyHandOver: (inspection, options) => call('hand-over.copy', inspection, options),
  since: (inspection) => call('history.since', inspection),
  history: () => call('history.state'),
  wipeHistory: () => call('history.wipe'),
  waysOut: () => call('hand-over.ways'),
  mailHandOver: (inspection, options) => call('hand-over.mail', inspection, options),
  pdfHandOver: (inspection, options) => call('hand-over.pdf', inspection, options),
  sendHandOver: (inspection, form, way, options) =>
    call('hand-over.send', inspection, form, way, options),
  outbox: () => call('outbox.list'),
  sendAgain: (id) => call('outbox.send', id),
  dropFromOutbox: (id) => call('outbox.drop', id),
  openLink: (id) => call('link.open', id),
  organisation: () => call('organisation.get'),
  openOrganisation: (what) => call('organisation.open', what),
  settings: () => call('settings.get'),
  saveSettings: (settings) => call('settings.set', settings),
  takeOpened: () => call('opened.take'),
  onProgress: (tell) => listen('inspect.progress', tell),
  onGuide: (tell) => listen('guide.changed', tell),
  onOutbox: (tell) => listen('outbox.changed', tell),
  onCheckWanted: (tell) =>
    listen('check.wanted', () => {
      tell();
    }),
  onOpened: (tell) =>
    listen('opened.arrived', () => {
      tell();
    }),
});
