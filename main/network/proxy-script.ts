import { type NameAnswer, systemNames } from './names';
import type { Trouble } from './outcome';
import type { ProxyChoice } from './proxy';
import { type Means, WebWalk } from './web-walk';

/** What the text of a script says that it may answer. It was read and never run. */
export interface ProxyScript {
  address: string;
  /** `no-web-address`: a file or something else that is not fetched. `no-script`: something else came. */
  result: 'read' | 'no-web-address' | 'no-script' | 'not-found' | Trouble;
  /** `proxy.example:8080`, in the order of the text; `DIRECT` is nobody's proxy. */
  mayUse: string[];
}

const mostBytes = 262_144;
const mostProxies = 20;
const usualPorts = { 'http:': 80, 'https:': 443 } as const;

/** The words of a script's answer (`PROXY a:1; SOCKS b:2; DIRECT`) wherever they stand in its text. */
const answers =
  /\b(?:PROXY|HTTPS?|SOCKS[45]?)[ \t]+(\[[0-9a-f:.]{2,45}\]|[\p{L}\p{N}_.-]{1,253}):(\d{1,5})\b/giu;

export const proxiesIn = (text: string): string[] =>
  [
    ...new Set(
      [...text.matchAll(answers)].map(
        ([, host = '', port = '']) => `${host.toLowerCase()}:${port}`,
      ),
    ),
  ].slice(0, mostProxies);

const troubleIn = (kind: NameAnswer<unknown>['kind']): ProxyScript['result'] => {
  switch (kind) {
    case 'answered':
      return 'failed';
    case 'no-such-name':
    case 'no-record':
    case 'server-failure':
      return 'not-found';
    default:
      return kind;
  }
};

const isScript = (text: string): boolean => /FindProxyForURL/iu.test(text);

/** Fetches the script that the settings of this PC name, and reads what it may answer. */
export const readProxyScript = async (means: Means, setting: string): Promise<ProxyScript> => {
  const url = URL.canParse(setting) ? new URL(setting) : null;
  if (url) {
    url.username = '';
    url.password = '';
  }
  const address = url?.href ?? '';
  const said = (result: ProxyScript['result'], mayUse: string[] = []) => ({
    address,
    result,
    mayUse,
  });
  if (!url || !(url.protocol in usualPorts)) return said('no-web-address');
  const walk = new WebWalk(
    { ...means, proxy: null },
    {
      host: url.hostname.replace(/^\[|\]$/gu, ''),
      port: Number(url.port) || usualPorts[url.protocol as keyof typeof usualPorts],
      secure: url.protocol === 'https:',
      method: 'GET',
      path: `${url.pathname}${url.search}`,
      bodyBytes: mostBytes,
    },
  );
  await walk.run();
  const { names, tcp, tls, http } = walk.steps;
  if (http?.kind === 'answered') {
    const { status, body } = http.value;
    return status === 200 && isScript(body) ? said('read', proxiesIn(body)) : said('no-script');
  }
  const failed = [http, tls, tcp, names].find((step) => step && step.kind !== 'answered');
  return said(failed ? troubleIn(failed.kind) : 'failed');
};

/** The script by which this PC chooses, if it does; its name is asked of the system, as Windows asks it. */
export const scriptBehind = async (
  choice: ProxyChoice,
  means: Means,
): Promise<ProxyScript | null> =>
  choice.kind === 'automatic' && choice.script !== null
    ? readProxyScript({ ...means, names: systemNames(means.wire) }, choice.script)
    : null;
