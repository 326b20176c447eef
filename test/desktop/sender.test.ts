import { expect, it } from 'vitest';
import { isTrustedSender } from '../../main/desktop/sender';

const ours = { id: 7 };
const top = { url: 'app://fieldkit/', parent: null, detached: false };

it('trusts the top frame of our window on our address', () => {
  expect(isTrustedSender({ sender: { id: 7 }, senderFrame: top }, ours)).toBe(true);
});

it.each([
  ['a frame that is gone', { sender: { id: 7 }, senderFrame: null }],
  ['a child frame', { sender: { id: 7 }, senderFrame: { ...top, parent: top } }],
  ['a detached frame', { sender: { id: 7 }, senderFrame: { ...top, detached: true } }],
  ['another window', { sender: { id: 8 }, senderFrame: top }],
  ['another scheme', { sender: { id: 7 }, senderFrame: { ...top, url: 'https://fieldkit/' } }],
  ['a file', { sender: { id: 7 }, senderFrame: { ...top, url: 'file:///index.html' } }],
  ['another host', { sender: { id: 7 }, senderFrame: { ...top, url: 'app://fieldkit.evil/' } }],
  ['an empty page', { sender: { id: 7 }, senderFrame: { ...top, url: 'about:blank' } }],
  ['no address', { sender: { id: 7 }, senderFrame: { ...top, url: '' } }],
])('refuses %s', (_who, event) => {
  expect(isTrustedSender(event, ours)).toBe(false);
});
