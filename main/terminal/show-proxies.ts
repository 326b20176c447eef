import type { ProxyWays } from '../core/proxy-ways';
import type { ProxyScript } from '../network/proxy-script';
import { scriptSentence } from '../../strings/proxy-words';
import { table } from './table';
import type { Terminal } from './terminal';
import { printable, wrap } from './wrap';

/** What the script of this PC may answer, in one sentence. */
export const scriptLine = ({ address, result, mayUse }: ProxyScript, { words }: Terminal): string =>
  scriptSentence({ address: printable(address), result, mayUse: mayUse.map(printable) }, words);

/** The proxy as each part of Windows sees it, side by side. */
export const showProxies = (proxies: ProxyWays | null, terminal: Terminal): string => {
  const { words, width, paint } = terminal;
  const title = paint('bold', words.say('proxy.title'));
  if (proxies === null) return [title, wrap(words.say('proxy.not-read'), width), ''].join('\n');
  const rows = proxies.ways.map(
    ({ who, how, address, except }) =>
      [
        words.say(`proxy.who.${who}`),
        [
          words.say(`proxy.how.${how}`, { address: printable(address ?? '') }),
          ...(except === null ? [] : [words.say('proxy.except', { list: printable(except) })]),
        ].join(' · '),
      ] as const,
  );
  return [
    title,
    table(rows, width),
    wrap(words.say(`proxy.differ.${proxies.differ}`), width),
    '',
  ].join('\n');
};
