import { isOver, listRuns, readRun } from './guides/journal';
import type { Entry, GuideTarget } from './guides/entry';
import { lineView } from './guide-views';
import type { Tried } from './reports/report';

/** What was tried longer ago has no bearing on the ticket of today. */
const mostDays = 14;
const most = 6;
const dayMs = 86_400_000;

type Device = { kind: 'this-device' } | { kind: 'sample'; id: string };

const isOn = (target: GuideTarget, device: Device): boolean =>
  target.kind === device.kind &&
  (target.kind !== 'sample' || (device.kind === 'sample' && target.id === device.id));

const helpedIn = (entries: readonly Entry[]): Tried['helped'] => {
  for (const { what } of [...entries].reverse())
    if (what.event === 'helped') return what.answer === 'yes' ? 'yes' : 'no';
  return null;
};

const read = async (
  folder: string,
  run: string,
  wanted: (target: GuideTarget) => boolean,
): Promise<Tried | null> => {
  const text = await readRun(folder, run);
  const first = text?.entries[0];
  if (text === null || first?.what.event !== 'began' || !wanted(first.what.target)) return null;
  const lines = text.entries.map(lineView);
  const over = isOver(text);
  return {
    guide: first.what.guide,
    at: first.at,
    dryRun: first.what.dryRun,
    lines,
    how: over ? (lines.findLast(({ how }) => how !== null)?.how ?? null) : null,
    helped: helpedIn(text.entries),
  };
};

const latestFirst = (tried: (Tried | null)[]): Tried[] =>
  tried
    .filter((one) => one !== null)
    .sort((one, other) => other.at.localeCompare(one.at))
    .slice(0, most);

/** What was tried on this device in the last days, by the journals of its guides. */
export const triedOn = async (folder: string, device: Device, now: number): Promise<Tried[]> => {
  const runs = await listRuns(folder);
  const all = await Promise.all(
    runs.map((run) => read(folder, run, (target) => isOn(target, device))),
  );
  return latestFirst(all).filter(({ at }) => now - Date.parse(at) < mostDays * dayMs);
};

/** The guides that were read aloud in one call. */
export const triedInCall = async (folder: string, runs: readonly string[]): Promise<Tried[]> =>
  latestFirst(await Promise.all(runs.map((run) => read(folder, run, () => true))));
