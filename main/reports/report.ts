import type { GuideLineView } from '../../preload/contract-guides';
import { aboutDevice, type AboutId } from '../core/about';
import type { Diagnosis } from '../core/diagnosis';
import type { Told } from '../core/questions/narrow';
import type { MaskGroup } from '../core/redact/groups';
import { valueOf, type Snapshot } from '../core/snapshot';
import { encodeSupportCode } from '../core/support-code/code';

export interface AboutField {
  id: AboutId;
  value: string;
  /** True where what stands here is not what the device said. */
  masked: boolean;
}

/** What is handed to the next person: the same in every form it is written in. */
export interface Report {
  /** Release that made it. */
  version: string;
  madeAt: number;
  supportCode: string;
  about: AboutField[];
  diagnosis: Diagnosis;
  /** What was masked, so that nobody looks for a name that does not exist. Empty when nothing was. */
  masked: MaskGroup[];
  /** Guides and repairs that were tried on this device, the last one first. */
  tried: Tried[];
  /** What a caller answered, where there was a call. */
  told: Told[];
  /** Minutes the call took so far; null where there was none. */
  minutes: number | null;
  /** What a person wrote, masked. */
  note: string;
}

/** A guide or a repair as its journal tells it: ids and answers, words come later. */
export interface Tried {
  guide: string;
  at: string;
  dryRun: boolean;
  lines: GuideLineView[];
  /** Null where it is not over. */
  how: GuideLineView['how'];
  helped: 'yes' | 'no' | null;
}

export interface Look {
  snapshot: Snapshot;
  diagnosis: Diagnosis;
}

export interface ReportOptions {
  version: string;
  now: number;
  masked: readonly MaskGroup[];
  tried?: readonly Tried[];
  told?: readonly Told[];
  minutes?: number | null;
  note?: string;
}

export const supportCodeOf = ({ snapshot, diagnosis }: Look, now: number): string =>
  encodeSupportCode(diagnosis, valueOf(snapshot, 'windows-version')?.build ?? null, now);

/** `shown` is what leaves; `real` is only compared with, so that it can be said what is masked. */
export const makeReport = (
  shown: Look,
  real: Look,
  { version, now, masked, tried = [], told = [], minutes = null, note = '' }: ReportOptions,
): Report => {
  const truth = new Map(aboutDevice(real.snapshot).map(({ id, value }) => [id, value]));
  return {
    version,
    madeAt: now,
    supportCode: supportCodeOf(real, now),
    about: aboutDevice(shown.snapshot).map(({ id, value }) => ({
      id,
      value,
      masked: truth.get(id) !== value,
    })),
    diagnosis: shown.diagnosis,
    masked: [...masked],
    tried: [...tried],
    told: [...told],
    minutes,
    note,
  };
};
