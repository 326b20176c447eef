import type { CallName, Calls, Fieldkit } from './contract';
import { createLine } from './line';
import { socketPath } from './wire';

const line = createLine({
  connect: (hearing) => {
    const socket = new WebSocket(`ws://${location.host}${socketPath}`);
    socket.onopen = hearing.opened;
    socket.onclose = hearing.closed;
    socket.onmessage = (event: MessageEvent<string>) => {
      hearing.heard(event.data);
    };
    return socket;
  },
  later: (run, ms) => {
    setTimeout(run, ms);
  },
  sizeOf: (text) => new Blob([text]).size,
});

const call = <K extends CallName>(name: K, ...args: Parameters<Calls[K]>) =>
  line.call(name, args) as Promise<ReturnType<Calls[K]>>;

const fieldkit: Fieldkit = {
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
  readiness: (inspection) => call('readiness.of', inspection),
  explain: (asked, area) => call('codes.explain', asked, area),
  reachDomain: (domain) => call('reach.domain', domain),
  reachCloud: (purposes) => call('reach.endpoints', purposes),
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
  openLink: (id) => call('link.open', id),
  organisation: () => call('organisation.get'),
  settings: () => call('settings.get'),
  saveSettings: (settings) => call('settings.set', settings),
  takeOpened: () => call('opened.take'),
  onProgress: (tell) => line.listen('inspect.progress', tell),
  onGuide: (tell) => line.listen('guide.changed', tell),
  onOpened: (tell) => line.listen('opened.arrived', tell),
};

// As the window's bridge does it: nothing in the page can put another house in its place.
Object.defineProperty(window, 'fieldkit', {
  value: Object.freeze(fieldkit),
  writable: false,
  configurable: false,
  enumerable: true,
});

/**
 * A policy can stop everything a page loads, but not where it goes. The window's main process does that;
 * here the browser asks this listener, which came before any other script and cannot be taken away again.
 * Browsers that do not have it yet leave this one gap.
 */
if ('navigation' in window)
  window.navigation.addEventListener('navigate', (event) => {
    if (new URL(event.destination.url).origin !== location.origin) event.preventDefault();
  });
