import { IntlMessageFormat } from 'intl-messageformat';
import type cloud from './en/cloud.json';
import type batch from './en/batch.json';
import type comparison from './en/comparison.json';
import type chain from './en/chain.json';
import type call from './en/call.json';
import type confirm from './en/confirm.json';
import type desk from './en/desk.json';
import type disproof from './en/disproof.json';
import type door from './en/door.json';
import type findings from './en/findings.json';
import type findingsCloud from './en/findings-cloud.json';
import type findingsDevice from './en/findings-device.json';
import type findingsExpectation from './en/findings-expectation.json';
import type findingsManagement from './en/findings-management.json';
import type guide from './en/guide.json';
import type guidesTechnician from './en/guides-technician.json';
import type guidesUser from './en/guides-user.json';
import type named from './en/named.json';
import type network from './en/network.json';
import type organisation from './en/organisation.json';
import type page from './en/page.json';
import type probes from './en/probes.json';
import type reach from './en/reach.json';
import type repairs from './en/repairs.json';
import type rights from './en/rights.json';
import type readiness from './en/readiness.json';
import type report from './en/report.json';
import type samples from './en/samples.json';
import type shared from './en/shared.json';
import type terminal from './en/terminal.json';
import type terminalBatch from './en/terminal-batch.json';
import type ways from './en/ways.json';
import { directionOf, matchLanguage, plainTag, type Language } from './languages';

export { isLanguage, languages, matchLanguage, pickLanguage, type Language } from './languages';

/** English is the source language: every other language has exactly these keys. */
export type MessageKey =
  | keyof typeof cloud
  | keyof typeof batch
  | keyof typeof comparison
  | keyof typeof chain
  | keyof typeof call
  | keyof typeof confirm
  | keyof typeof desk
  | keyof typeof disproof
  | keyof typeof door
  | keyof typeof findings
  | keyof typeof findingsCloud
  | keyof typeof findingsDevice
  | keyof typeof findingsExpectation
  | keyof typeof findingsManagement
  | keyof typeof guide
  | keyof typeof guidesTechnician
  | keyof typeof guidesUser
  | keyof typeof named
  | keyof typeof network
  | keyof typeof organisation
  | keyof typeof page
  | keyof typeof probes
  | keyof typeof reach
  | keyof typeof repairs
  | keyof typeof rights
  | keyof typeof readiness
  | keyof typeof report
  | keyof typeof samples
  | keyof typeof shared
  | keyof typeof terminal
  | keyof typeof terminalBatch
  | keyof typeof ways;

export type Catalogue = Readonly<Partial<Record<MessageKey, string>>>;
export type Values = Readonly<Record<string, string | number | Date>>;

export interface Words {
  language: Language;
  /** For dates and times: the reader’s own region where one is known. */
  locale: string;
  say(key: MessageKey, values?: Values): string;
  /** For keys built from an id that came from main: null when there are no words for it. */
  lookUp(key: string, values?: Values): string | null;
}

/** A finding that lacks a value must still be readable: a gap in a sentence beats a blank page. */
const forgiving = (values: Values): Record<string, string | number | Date> =>
  new Proxy(values, {
    has: () => true,
    get: (target, name) => (Object.hasOwn(target, name) ? target[String(name)] : '–'),
  });

/** The kinds of parts a compiled message has, as its maker numbers them. */
const partTypes = { literal: 0, argument: 1 } as const;
type Part = ReturnType<IntlMessageFormat['getAst']>[number];

const literal = (value: string): Part => ({ type: partTypes.literal, value });

/** Between right-to-left words a name or a code would fall apart: each value gets a direction of its own. */
const isolated = (parts: Part[]): Part[] =>
  parts.flatMap((part): Part[] => {
    if (part.type === partTypes.argument) return [literal('\u2068'), part, literal('\u2069')];
    if (!('options' in part)) return [part];
    const options: Record<string, { value: Part[] }> = {};
    for (const [name, option] of Object.entries(part.options))
      options[name] = { ...option, value: isolated(option.value) };
    return [{ ...part, options } as Part];
  });

/** Our languages are all known to every Intl; asking whether they are loads tables that few messages need. */
IntlMessageFormat.resolveLocale = (locales) => new Intl.Locale([locales].flat()[0] ?? 'en');

/** Most texts are said as they stand: nothing to fill in, and no quote that only guards a brace. */
const isPlain = (text: string): boolean => !/[{}']/.test(text);

/** Values may hold angle brackets from raw evidence; our texts have no markup at all. */
const compile = (text: string, language: Language): IntlMessageFormat => {
  const message = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
  return directionOf(language) === 'ltr'
    ? message
    : new IntlMessageFormat(isolated(message.getAst()), language);
};

/**
 * The first catalogue that has a key speaks: pass the person's language, then English.
 * Messages are compiled once, when they are first said.
 */
export const createWords = (language: Language, ...catalogues: readonly Catalogue[]): Words => {
  const compiled = new Map<string, IntlMessageFormat>();
  const textOf = (key: string): string | undefined => {
    for (const catalogue of catalogues)
      if (Object.hasOwn(catalogue, key)) return catalogue[key as MessageKey];
    return undefined;
  };
  const lookUp = (key: string, values: Values = {}): string | null => {
    const known = compiled.get(key);
    const text = known === undefined ? textOf(key) : '';
    if (text === undefined) return null;
    if (known === undefined && isPlain(text)) return text;
    const message = known ?? compile(text, language);
    compiled.set(key, message);
    return String(message.format(forgiving(values)));
  };
  return {
    language,
    locale: language,
    lookUp,
    say: (key, values) => lookUp(key, values) ?? key,
  };
};

/** The same words, with dates as the region writes them that was wished for: British and American English differ. */
export const inRegion = (words: Words, preferred: readonly string[]): Words => {
  const region = preferred.find((tag) => matchLanguage(tag) === words.language);
  return {
    ...words,
    get locale() {
      const [locale = words.locale] =
        region === undefined ? [] : Intl.DateTimeFormat.supportedLocalesOf(plainTag(region));
      return locale;
    },
  };
};
