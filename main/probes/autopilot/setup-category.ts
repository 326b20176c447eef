import type { SetupCategory, StepState } from '../../core/facts/autopilot';
import { objectIn } from './json';
import type { Json } from './json';

const states: Record<string, StepState> = {
  notstarted: 'not-started',
  inprogress: 'in-progress',
  succeeded: 'succeeded',
  failed: 'failed',
  notrequired: 'not-required',
};

const stateOf = (word: unknown): StepState =>
  typeof word === 'string'
    ? (states[word.replaceAll('_', '').toLowerCase()] ?? 'unknown')
    : 'unknown';

/** The one part of the sentence that is not translated. */
const codeIn = (text: unknown): string | null =>
  typeof text === 'string' ? (/\((0x[0-9a-f]{8})\)/i.exec(text)?.[1]?.toLowerCase() ?? null) : null;

type Part = SetupCategory['parts'][number];

/** Two shapes are in use: a sentence alone, or a state with its sentence. */
const partOf = ([key, value]: [string, unknown]): Part[] => {
  const name = key.replace(/Subcategory$/, '');
  if (typeof value === 'string' && name !== key) {
    const code = codeIn(value);
    return [{ name, state: code === null ? 'unknown' : 'failed', code }];
  }
  if (typeof value !== 'object' || value === null || !('subcategoryState' in value)) return [];
  const { subcategoryState, subcategoryStatusText } = value as Json;
  return [{ name, state: stateOf(subcategoryState), code: codeIn(subcategoryStatusText) }];
};

/** The flag may be missing or null although every part is through, so the parts decide as well. */
const whole = (flag: unknown, parts: readonly Part[]): StepState => {
  const every = (...wanted: StepState[]) =>
    parts.length > 0 && parts.every(({ state }) => wanted.includes(state));
  if (flag === false || parts.some(({ state }) => state === 'failed')) return 'failed';
  if (flag === true || every('succeeded', 'not-required')) return 'succeeded';
  if (parts.some(({ state }) => state === 'in-progress')) return 'in-progress';
  return every('not-started', 'not-required') ? 'not-started' : 'unknown';
};

export const readCategory = (name: SetupCategory['name'], text: string): SetupCategory => {
  const json = objectIn(text);
  if (json === null) return { name, state: 'unknown', parts: [], damaged: true };
  const parts = Object.entries(json).flatMap(partOf);
  const flag = json['categorySucceeded'] ?? json['CategorySucceeded'];
  return { name, state: whole(flag, parts), parts, damaged: false };
};
