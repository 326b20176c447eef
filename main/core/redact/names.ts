import { isPlainWord, publicHosts, tenantHosts } from './kept';
import type { Masks } from './masks';

const endsIn = (host: string, list: readonly string[]): string | null =>
  list.find((known) => host === known || host.endsWith(`.${known}`)) ?? null;

/** How many characters at the end are everybody's. */
const publicTail = (host: string): number => {
  const lower = host.toLowerCase();
  const tenant = endsIn(lower, tenantHosts);
  if (tenant !== null) return tenant.length;
  return endsIn(lower, publicHosts) === null ? 0 : host.length;
};

/** Shorter ones are too likely to be part of something else. */
const leastLetters = 4;
const leastWhole = 5;
/** Longer ones are no names, and would make a pattern nobody can compile. */
const mostWhole = 120;

const word = /[\p{L}\p{N}\p{M}]+/gu;
const runs = /%[A-Za-z0-9()]+%|\b[A-Z](?=:[\\/])|\b0x[0-9a-f]+\b|[\p{L}\p{N}\p{M}]+/giu;
const hosts = /(?<![\p{L}\p{N}-])[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/giu;

export interface Names {
  /**
   * A whole value that names somebody or something of theirs. Words that name nobody stay, because
   * readers look for some of them: `Users` in a path, `local` in a list of exceptions.
   */
  mask(value: string): string;
  /** What to look for elsewhere once a value is known to name somebody: all of it, and its words. */
  literals(value: string): string[];
}

export const createNames = (masks: Masks, vocabulary: readonly string[]): Names => {
  const ours = new Set(vocabulary.flatMap((text) => text.toLowerCase().match(word) ?? []));
  const isPlain = (run: string): boolean => isPlainWord(run) || ours.has(run.toLowerCase());
  /** Also a port behind a host, and the letter of a drive. */
  const isKept = (run: string, before: string, after: string): boolean =>
    run.startsWith('%') ||
    /^0x/i.test(run) ||
    isPlain(run) ||
    (/^\d+$/.test(run) && before === ':') ||
    (/^[A-Z]$/i.test(run) && /^:(\\|$)/.test(after));
  const tells = (run: string): boolean => /\p{L}/u.test(run) && !isPlain(run);

  return {
    mask: (value) => {
      const open = new Uint8Array(value.length).fill(1);
      for (const host of value.matchAll(hosts)) {
        const end = host.index + host[0].length;
        open.fill(0, end - publicTail(host[0]), end);
      }
      return value.replace(runs, (run: string, at: number) =>
        open[at] === 0 ||
        isKept(run, value[at - 1] ?? '', value.slice(at + run.length, at + run.length + 2))
          ? run
          : masks.text(run),
      );
    },
    literals: (value) => {
      const whole = value.trim();
      const own = whole.replace(hosts, (host) => host.slice(0, host.length - publicTail(host)));
      const words = own.match(word) ?? [];
      const labels = own.split(/[.@\\]/).filter((label) => label.includes('-') && tells(label));
      const long = words.filter(
        (run) => run.length >= leastLetters && run.length <= mostWhole && tells(run),
      );
      const isName = words.some((run) => !isPlain(run)) && /\p{L}/u.test(whole);
      const wholes = [whole, ...labels].filter(
        (text) => text.length >= leastWhole && text.length <= mostWhole,
      );
      return isName ? [...wholes, ...long] : long;
    },
  };
};
