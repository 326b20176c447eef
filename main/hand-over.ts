import type { Outcome } from '../preload/contract';
import type {
  HandOverForm,
  HandOverOptions,
  HandOverView,
  OpenGroup,
  Saved,
} from '../preload/contract-hand-over';
import { pickLanguage } from '../strings/index';
import type { Inspections, Kept } from './inspections';
import { maskedBut } from './core/redact/groups';
import { spell } from './core/support-code/alphabet';
import { maskedLook, type MaskedLook } from './masked-look';
import { filesOf, type Made } from './reports/files';
import { detailText } from './reports/detail';
import { qrPath } from './reports/html/qr';
import { makeReport } from './reports/report';
import { ticketText } from './reports/ticket';
import { reportWords } from '../strings/for-report';

export interface HandOverDoor {
  version: string;
  now(): number;
  /** Where a person finds it afterwards; null when they changed their mind. */
  save(name: string, bytes: Uint8Array): Promise<Outcome<Saved>>;
  /** False where only the page can reach the clipboard. */
  copy(text: string): Promise<boolean>;
}

const mostLooks = 8;

/** What leaves, put together; nothing of it has left yet. */
export const madeFrom = async (
  kept: Kept,
  shown: MaskedLook,
  { open, language }: Pick<HandOverOptions, 'open' | 'language'>,
  { version, now }: { version: string; now: number },
): Promise<Made> => ({
  report: makeReport(shown, kept, { version, now, masked: [...maskedBut(open)] }),
  words: await reportWords(pickLanguage(language === null ? [] : [language])),
  capture: shown.capture,
});

/** Carries what is known to the next person: shown before it leaves, and masked unless opened. */
export const createHandOver = (inspections: Inspections, door: HandOverDoor) => {
  const looks = new Map<string, Promise<MaskedLook>>();
  /** Masked once: what is copied or saved has the same masks as what was shown. */
  const lookFor = (inspection: string, kept: Kept, open: readonly OpenGroup[]) => {
    const key = [inspection, ...[...new Set(open)].sort()].join(' ');
    const known = looks.get(key) ?? maskedLook(kept, open);
    looks.delete(key);
    looks.set(key, known);
    const [oldest] = looks.keys();
    if (looks.size > mostLooks && oldest !== undefined) looks.delete(oldest);
    return known;
  };
  const make = async (inspection: string, options: HandOverOptions): Promise<Made | null> => {
    const kept = inspections.find(inspection);
    if (kept === null) return null;
    const about = { version: door.version, now: door.now() };
    return madeFrom(kept, await lookFor(inspection, kept, options.open), options, about);
  };

  return {
    async preview(inspection: string, options: HandOverOptions): Promise<Outcome<HandOverView>> {
      const made = await make(inspection, options);
      if (made === null) return { ok: false, code: 'gone' };
      const { report, words } = made;
      return {
        ok: true,
        value: {
          code: report.supportCode,
          spelled: [...report.supportCode].map((sign) => (sign === '-' ? '' : spell(sign))),
          qr: qrPath(detailText(report)),
          ticket: ticketText(report, words),
          fields: report.about,
        },
      };
    },
    async save(
      inspection: string,
      form: HandOverForm,
      options: HandOverOptions,
    ): Promise<Outcome<Saved>> {
      const made = await make(inspection, options);
      if (made === null) return { ok: false, code: 'gone' };
      const { name, bytes } = await filesOf[form](made, options.sources);
      return door.save(name, bytes);
    },
    async copy(inspection: string, options: HandOverOptions): Promise<Outcome<boolean>> {
      const made = await make(inspection, options);
      if (made === null) return { ok: false, code: 'gone' };
      return { ok: true, value: await door.copy(ticketText(made.report, made.words)) };
    },
  };
};
