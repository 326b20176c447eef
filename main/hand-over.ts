import type { Outcome } from '../preload/contract';
import type {
  HandOverForm,
  HandOverOptions,
  HandOverView,
  OpenGroup,
  Saved,
} from '../preload/contract-hand-over';
import type { MailView, SendingView, SendWay, WaysView } from '../preload/contract-sending';
import { pickLanguage } from '../strings/index';
import type { CallPart } from './calls';
import type { Organisation } from './core/organisation';
import type { Inspections, Kept } from './inspections';
import { maskedBut } from './core/redact/groups';
import { spell } from './core/support-code/alphabet';
import { maskedLook, type MaskedLook } from './masked-look';
import { filesOf, type Made } from './reports/files';
import { detailText } from './reports/detail';
import { reportDocument } from './reports/html/document';
import { qrPath } from './reports/html/qr';
import { headline } from './reports/json';
import { mailAddress } from './reports/mail';
import { makeReport, type Tried } from './reports/report';
import { ticketText } from './reports/ticket';
import { reportWords } from '../strings/for-report';
import { shownAddress, type Outbox } from './sending/outbox';

export interface HandOverDoor {
  version: string;
  now(): number;
  /** Where a person finds it afterwards; null when they changed their mind. */
  save(name: string, bytes: Uint8Array): Promise<Outcome<Saved>>;
  /** False where only the page can reach the clipboard. */
  copy(text: string): Promise<boolean>;
  /** Opens the mail program with this address; null at a door that has none. */
  mail: ((address: string) => Promise<boolean>) | null;
  /** A page as it is printed; null at a door that cannot. */
  pdf: ((html: string) => Promise<Uint8Array>) | null;
}

export interface HandOverHouse {
  inspections: Inspections;
  door: HandOverDoor;
  outbox: Outbox;
  organisation(): Promise<Organisation | null>;
  call(id: string): Promise<CallPart | null>;
  /** What was tried on the device behind a look, or in a call. */
  tried(inspection: string, call: CallPart | null): Promise<Tried[]>;
}

const mostLooks = 8;

/** What leaves, put together; nothing of it has left yet. */
export const madeFrom = async (
  kept: Kept,
  shown: MaskedLook,
  { open, language }: Pick<HandOverOptions, 'open' | 'language'>,
  { version, now }: { version: string; now: number },
  { call = null, tried = [] }: { call?: CallPart | null; tried?: readonly Tried[] } = {},
): Promise<Made> => ({
  report: makeReport(shown, kept, {
    version,
    now,
    masked: [...maskedBut(open)],
    note: shown.note,
    tried,
    told: call?.asked ?? [],
    minutes: call?.minutes ?? null,
  }),
  words: await reportWords(pickLanguage(language === null ? [] : [language])),
  capture: shown.capture,
});

const gone = { ok: false, code: 'gone' } as const;
const notOffered = { ok: false, code: 'not-offered' } as const;

/** Carries what is known to the next person: shown before it leaves, and masked unless opened. */
export const createHandOver = (house: HandOverHouse) => {
  const { inspections, door, outbox } = house;
  const looks = new Map<string, Promise<MaskedLook>>();
  /** Masked once: what is copied or saved has the same masks as what was shown. */
  const lookFor = (
    inspection: string,
    kept: Kept,
    open: readonly OpenGroup[],
    note: string,
  ): Promise<MaskedLook> => {
    const key = JSON.stringify([inspection, [...new Set(open)].sort(), note]);
    const known = looks.get(key) ?? maskedLook(kept, open, note);
    looks.delete(key);
    looks.set(key, known);
    const [oldest] = looks.keys();
    if (looks.size > mostLooks && oldest !== undefined) looks.delete(oldest);
    return known;
  };

  const make = async (inspection: string, options: HandOverOptions): Promise<Made | null> => {
    const kept = inspections.find(inspection);
    if (kept === null) return null;
    const call = options.call === null ? null : await house.call(options.call);
    const note = [options.note, call?.notes ?? ''].filter((text) => text.trim() !== '').join('\n');
    const [shown, tried] = await Promise.all([
      lookFor(inspection, kept, options.open, note),
      house.tried(inspection, call),
    ]);
    const about = { version: door.version, now: door.now() };
    return madeFrom(kept, shown, options, about, { call, tried });
  };

  const withMade = async <T>(
    inspection: string,
    options: HandOverOptions,
    work: (made: Made) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> => {
    const made = await make(inspection, options);
    return made === null ? gone : work(made);
  };

  return {
    preview: (inspection: string, options: HandOverOptions): Promise<Outcome<HandOverView>> =>
      withMade(inspection, options, async ({ report, words }) => ({
        ok: true,
        value: {
          code: report.supportCode,
          spelled: [...report.supportCode].map((sign) => (sign === '-' ? '' : spell(sign))),
          qr: qrPath(detailText(report)),
          ticket: ticketText(report, words),
          fields: report.about,
        },
      })),
    save: (
      inspection: string,
      form: HandOverForm,
      options: HandOverOptions,
    ): Promise<Outcome<Saved>> =>
      withMade(inspection, options, async (made) => {
        const { name, bytes } = await filesOf[form](made, options.sources);
        return door.save(name, bytes);
      }),
    copy: (inspection: string, options: HandOverOptions): Promise<Outcome<boolean>> =>
      withMade(inspection, options, async ({ report, words }) => ({
        ok: true,
        value: await door.copy(ticketText(report, words)),
      })),
    async ways(): Promise<WaysView> {
      const organisation = await house.organisation();
      const { folder = null, put = null } = organisation?.handOver ?? {};
      return {
        language: organisation?.languages[0] ?? null,
        mail: door.mail === null ? null : (organisation?.helpDesk?.email ?? ''),
        folder,
        put: put === null ? null : shownAddress('put', put),
        pdf: door.pdf !== null,
      };
    },
    mail: (inspection: string, options: HandOverOptions): Promise<Outcome<MailView>> =>
      withMade(inspection, options, async ({ report, words }) => {
        if (door.mail === null) return notOffered;
        const text = ticketText(report, words);
        const { address, whole } = mailAddress({
          to: (await house.organisation())?.helpDesk?.email ?? null,
          subject: words.say('report.mail.subject', {
            headline: headline(report.diagnosis, words),
            code: report.supportCode,
          }),
          text,
          cut: words.say('report.mail.cut'),
        });
        if (!(await door.mail(address))) return { ok: false, code: 'no-mail-program' };
        return { ok: true, value: { whole, copied: whole ? false : await door.copy(text) } };
      }),
    pdf: (inspection: string, options: HandOverOptions): Promise<Outcome<Saved>> =>
      withMade(inspection, options, async (made) => {
        if (door.pdf === null) return notOffered;
        const { report, words } = made;
        const { name } = await filesOf.text(made, []);
        try {
          const bytes = await door.pdf(reportDocument(report, detailText(report), words));
          return await door.save(name.replace(/\.txt$/u, '.pdf'), bytes);
        } catch {
          return { ok: false, code: 'cannot-save' };
        }
      }),
    send: (
      inspection: string,
      form: HandOverForm,
      way: SendWay,
      options: HandOverOptions,
    ): Promise<Outcome<SendingView>> =>
      withMade(inspection, options, async (made) => {
        const { name, bytes } = await filesOf[form](made, options.sources);
        return outbox.add(way, name, bytes);
      }),
  };
};
