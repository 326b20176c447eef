import type { CallName, Calls } from './contract';
import { createKit } from './kit';
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

const fieldkit = createKit(call, line.listen);

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
