import de from '../strings/de/door.json';
import en from '../strings/en/door.json';
import type { CallName, Calls, Fieldkit } from './contract';
import { createLine } from './line';
import { socketPath } from './wire';

/** A moment's loss, as when the device wakes up, is not worth a word. */
const silenceMs = 2_000;

const noticeId = 'door-notice';

/** Plain elements in the system's own colours: whatever the page shows, this stays readable. */
const showNotice = (): void => {
  const notice = document.createElement('div');
  notice.id = noticeId;
  notice.setAttribute('role', 'alert');
  notice.textContent = (document.documentElement.lang.startsWith('de') ? de : en)['door.line-lost'];
  Object.assign(notice.style, {
    position: 'fixed',
    insetInline: '0',
    bottom: '0',
    zIndex: '2147483647',
    padding: '12px 16px',
    font: '16px/1.4 system-ui, sans-serif',
    color: 'CanvasText',
    background: 'Canvas',
    borderTop: '4px solid Highlight',
  });
  document.body.append(notice);
};

let up = false;

const noticeLoss = (isUp: boolean): void => {
  up = isUp;
  if (up) {
    document.getElementById(noticeId)?.remove();
    return;
  }
  setTimeout(() => {
    if (!up && document.getElementById(noticeId) === null) showNotice();
  }, silenceMs);
};

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
  onChange: noticeLoss,
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
  openLink: (id) => call('link.open', id),
  settings: () => call('settings.get'),
  saveSettings: (settings) => call('settings.set', settings),
  takeOpened: () => call('opened.take'),
  onProgress: (tell) => line.listen('inspect.progress', tell),
  onOpened: (tell) => line.listen('opened.arrived', tell),
};

// As the window's bridge does it: nothing in the page can put another house in its place.
Object.defineProperty(window, 'fieldkit', {
  value: Object.freeze(fieldkit),
  writable: false,
  configurable: false,
  enumerable: true,
});
