import type { Registration } from '../../../core/facts/registration';
import { failed, ok, type Reading } from '../../../core/reading';
import { findCodes } from './codes';
import { readDevice, readWorkAccountCount, readWorkAccounts } from './device';
import { readLocalHealth, readPreJoin, readProxies } from './diagnostics';
import { toDocument, type Document } from './document';
import { lookup } from './lookup';
import { readHello, readPrts, readWam } from './sign-in';
import { readVerb, verbOf } from './verbs';
import { isTelling } from './vocabulary';
import { filled, tri } from './words';

/**
 * `dsregcmd` text, however it was copied, to facts. Not understood means that nothing in it looks like
 * this tool's output; one single row of its own is enough to be read.
 */
export const parseRegistration = (text: string): Reading<Registration> => {
  const document = toDocument(text);
  const verb = verbOf(text, document.titles.length > 0);
  const itsOwn =
    document.rows.some((row) => isTelling(row.label)) ||
    document.titles.some((title) => title.kind !== null);
  if (!itsOwn && !verb) return failed('not-understood', 'no dsregcmd title or row');
  return ok(toRegistration(text, document, verb));
};

const toRegistration = (
  text: string,
  document: Document,
  verb: ReturnType<typeof verbOf>,
): Registration => {
  const rows = lookup(document.rows);
  const other = verb ? readVerb(text, verb) : null;
  const traceCodes =
    other?.result.codes.map((code) => ({ code, field: 'trace', section: verb ?? '', line: 0 })) ??
    [];
  return {
    verb: verb ?? 'status',
    verbResult: other?.result ?? null,
    sections: document.titles.map((title) => title.text),
    ...readDevice(rows),
    ngc: {
      set: tri(rows.value('NgcSet', 'user')),
      keyId: filled(rows.value('NgcKeyId', 'user')),
      canReset: filled(rows.value('CanReset', 'user')),
    },
    workAccountCount: readWorkAccountCount(rows),
    workAccounts: readWorkAccounts(rows),
    wam: readWam(rows),
    ...readPrts(document, rows),
    preJoin: readPreJoin(rows),
    ...readLocalHealth(rows),
    proxies: readProxies(rows),
    hello: readHello(rows),
    codes: [...findCodes(document.rows), ...traceCodes],
    rows: [...document.rows.map(plain), ...(other?.rows ?? [])],
    unrecognised: verb ? [] : document.unrecognised,
    truncated: document.truncated,
    several: document.several,
  };
};

const plain = ({ section, label, value, line }: Document['rows'][number]) => ({
  section,
  label,
  value,
  line,
});
