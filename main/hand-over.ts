import type { Outcome } from '../preload/contract';
import type {
  HandOverForm,
  HandOverOptions,
  HandOverView,
  Saved,
} from '../preload/contract-hand-over';
import { pickLanguage } from '../strings/index';
import { judge, look } from './engine';
import type { Inspections, Kept } from './inspections';
import { maskedBut } from './core/redact/groups';
import { spell } from './core/support-code/alphabet';
import type { ProbeId } from './core/facts/index';
import type { Capture } from './os/capture/manifest';
import { toCapture } from './os/record';
import { redactCapture } from './os/redact';
import { createReplay } from './os/replay';
import { probes } from './probes/index';
import { filesOf, type Made } from './reports/files';
import { detailText } from './reports/detail';
import { qrPath } from './reports/html/qr';
import { makeReport, type Look } from './reports/report';
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

const sources = probes.flatMap(({ reads }) => [...reads]);
const budgetMs = 60_000;

/** The bytes of a look with names masked, and the diagnosis that these very bytes give. */
const shownLook = async (
  { snapshot, raws }: Kept,
  open: HandOverOptions['open'],
): Promise<Look & { capture: Capture }> => {
  const at = { observedAt: new Date(snapshot.observedAt ?? 0), platform: snapshot.platform };
  const capture = redactCapture(toCapture(at, raws), sources, open);
  const only = Object.keys(snapshot.readings) as ProbeId[];
  const seen = await look(createReplay(capture), { budgetMs, only });
  // What a look at these bytes cannot know is taken from the first one: when, how and as whom.
  const shown = {
    ...snapshot,
    who: snapshot.who
      ? { ...snapshot.who, user: null, domain: null, computer: null, sid: null }
      : null,
    readings: seen.snapshot.readings,
  };
  return { snapshot: shown, diagnosis: await judge(shown), capture };
};

/** What leaves, put together; nothing of it has left yet. */
export const madeFrom = async (
  kept: Kept,
  { open, language }: Pick<HandOverOptions, 'open' | 'language'>,
  { version, now }: { version: string; now: number },
): Promise<Made> => {
  const shown = await shownLook(kept, open);
  const masked = [...maskedBut(open)];
  return {
    report: makeReport(shown, kept, { version, now, masked }),
    words: await reportWords(pickLanguage(language === null ? [] : [language])),
    capture: shown.capture,
  };
};

/** Carries what is known to the next person: shown before it leaves, and masked unless opened. */
export const createHandOver = (inspections: Inspections, door: HandOverDoor) => {
  const make = async (inspection: string, options: HandOverOptions): Promise<Made | null> => {
    const kept = inspections.find(inspection);
    return kept === null
      ? null
      : madeFrom(kept, options, { version: door.version, now: door.now() });
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
