import type { MessageKey, Words } from '../../strings/index';

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

const page = ({ say, language }: Words, title: MessageKey, text: MessageKey): string =>
  `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Fieldkit</title>` +
  '<meta name="color-scheme" content="light dark">' +
  '<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1rem}</style>' +
  `<h1>${escaped(say(title))}</h1><p>${escaped(say(text))}</p></html>`;

/** Where the browser ends after a sign-in. It has no address of its own and is told nothing. */
export const landingPages = (words: Words): { done: string; failed: string } => ({
  done: page(words, 'door.signed-in', 'door.signed-in.next'),
  failed: page(words, 'door.not-signed-in', 'door.not-signed-in.next'),
});
