import { loadCodes } from './catalogue';
import { buildCodeIndex, explainCode, explainFound, type Explanation } from './core/codes';
import { codesIn, diagnose } from './core/diagnose';
import type { Diagnosis } from './core/diagnosis';
import type { Organisation } from './core/organisation';
import type { Snapshot } from './core/snapshot';
import { inspect, type InspectOptions, type Inspection } from './inspector/inspect';
import { decode } from './os/decode';
import type { Os } from './os/port';
import { ordinaryProbes, probes } from './probes/index';
import { parseRegistration } from './probes/join/dsregcmd/parse';

/** One engine for every door: the same snapshot goes through the same rules. */
export const judge = async (snapshot: Snapshot): Promise<Diagnosis> => {
  // Most devices tell no code at all, and then the catalogue is not even loaded.
  const codes = codesIn(snapshot).length === 0 ? buildCodeIndex([]) : await loadCodes();
  return diagnose(snapshot, (found) => explainFound(codes, found));
};

const mostCodes = 10;
/** A word of a sentence, although some code has it for a name. */
const word = /^\p{L}?\p{Ll}*[.:]?$/u;

/** Several codes typed at once are each explained; anything else is one question. */
export const explain = async (asked: string, area: string | null): Promise<Explanation[]> => {
  const index = await loadCodes();
  const context = area === null ? {} : { area };
  const parts = asked.split(/[\s,;]+/u).filter((part) => part !== '');
  const each = parts.slice(0, mostCodes).map((part) => explainCode(index, part, context));
  const allCodes =
    each.every(({ kind }) => kind === 'known' || kind === 'structure') &&
    !parts.some((part) => word.test(part));
  return parts.length > 1 && allCodes ? each : [explainCode(index, asked, context)];
};

export interface Look extends Inspection {
  diagnosis: Diagnosis;
}

export interface LookOptions extends InspectOptions {
  /** Whose device it is; what it is meant to be is judged by that. */
  organisation?: Organisation | null;
}

/** Inspects the machine behind `os`, live or replayed, and says what is wrong with it. */
export const look = async (os: Os, options: LookOptions): Promise<Look> => {
  const wanted = options.only ? probes : ordinaryProbes;
  const inspection = await inspect(os, wanted, options);
  const snapshot = { ...inspection.snapshot, organisation: options.organisation ?? null };
  return { ...inspection, snapshot, diagnosis: await judge(snapshot) };
};

/** Ids that may be asked for by name. */
export const probeIds = (): string[] => probes.map((probe) => probe.id);

export const ordinaryCount = ordinaryProbes.length;

/** Pasted or saved `dsregcmd` text. Null when nothing in it is this tool's output. */
export const diagnoseText = async (
  bytes: Uint8Array,
  organisation: Organisation | null = null,
): Promise<Diagnosis | null> => {
  const reading = parseRegistration(decode(bytes).text);
  if (reading.kind !== 'ok') return null;
  return judge({
    observedAt: null,
    origin: 'text',
    platform: 'win32',
    organisation,
    readings: { 'device-registration': reading },
  });
};
