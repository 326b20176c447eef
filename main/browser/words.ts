import { createWords, pickLanguage, type Words } from '../../strings';
import { doorWords } from '../../strings/for-door';
import type { AddressRefusal } from './address';

export type DoorRefusal =
  | AddressRefusal
  | 'body-unwanted'
  | 'method-wrong'
  | 'not-found'
  | 'session-missing'
  | 'ticket-wrong'
  | 'ticket-used'
  | 'ticket-expired';

export const wordsFor = (languages: readonly string[]): Words => {
  const language = pickLanguage(languages);
  return createWords(language, doorWords(language), doorWords('en'));
};

/** What a person reads who came with an old address. Strangers learn no more than the code says. */
const explained: Partial<Record<DoorRefusal, Parameters<Words['say']>[0]>> = {
  'session-missing': 'door.session-missing',
  'ticket-wrong': 'door.ticket-wrong',
  'ticket-used': 'door.ticket-used',
  'ticket-expired': 'door.ticket-expired',
};

export const explainRefusal = (code: DoorRefusal, acceptLanguage = ''): string => {
  const key = explained[code];
  if (key === undefined) return code;
  const languages = acceptLanguage.split(',').map((part) => part.split(';')[0]?.trim() ?? '');
  return wordsFor(languages).say(key);
};
