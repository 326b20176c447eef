import type { ProbeId } from '../facts/index';
import { registrationOf } from '../rules/evidence';
import type { Snapshot } from '../snapshot';
import { subjectOf } from '../subject';
import type { Tri } from '../reading';
import * as data from './data-lines';
import { kinds, type Kind, type Starter } from './kinds';
import type { Beside, Judge, Line, LineId, Weight } from './line';
import { lineIds } from './line';
import * as machine from './machine-lines';
import { suitOf, type Suit } from './suits';
import * as way from './way-back';

export interface KindReadiness {
  kind: Kind;
  suit: Suit;
  /** Who can start it here: `you` where the one who looks is an administrator. */
  starter: Starter | 'you';
  /** `yes` only where the kind fits and every line that it must wait for has proof. */
  state: Tri;
  lines: Line[];
}

const judges: Record<Exclude<LineId, 'kind-fits' | 'comes-back'>, Judge> = {
  resettable: machine.resettable,
  recovery: machine.recovery,
  waiting: machine.waiting,
  restart: machine.restart,
  power: machine.power,
  space: machine.space,
  build: machine.build,
  'recovery-key': machine.recoveryKey,
  folders: data.folders,
  uploaded: data.uploaded,
  outside: data.outside,
  asked: data.asked,
  noted: data.noted,
  'local-administrator': way.localAdministrator,
  pending: way.pending,
  'signed-in': way.signedIn,
};

/** These are told; a reset does not wait for them. */
const onlyTold: ReadonlySet<LineId> = new Set(['restart', 'asked', 'noted', 'signed-in']);
const aboutFiles: ReadonlySet<LineId> = new Set(['folders', 'uploaded', 'outside']);

/** Files that stay are still worth a copy; only where they go does everything wait for them. */
const weightOf = (id: LineId, kind: Kind): Weight => {
  if (onlyTold.has(id)) return 'should';
  if (aboutFiles.has(id)) return kind.files === 'lost' ? 'must' : 'should';
  // Where the join stays, a local administrator is the fallback; where it goes, the only way in.
  if (id === 'local-administrator') return kind.join === 'unjoined' ? 'must' : 'should';
  return 'must';
};

const judgeOf = (id: LineId, kind: Kind): Judge => {
  if (id === 'kind-fits') return (snapshot) => suitOf(kind.conditions, snapshot);
  if (id === 'comes-back') return kind.join === 'kept' ? way.comesBackKept : way.comesBackErased;
  return judges[id];
};

const linesOf = (kind: Kind, snapshot: Snapshot, beside: Beside): Line[] => {
  const wanted = new Set<LineId>(['kind-fits', ...kind.needs]);
  return lineIds
    .filter((id) => wanted.has(id))
    .flatMap((id): Line[] => {
      const judged = judgeOf(id, kind)(snapshot, beside);
      if (judged === null) return [];
      return [{ values: {}, items: [], ...judged, id, weight: weightOf(id, kind) }];
    });
};

const stateOf = (lines: readonly Line[]): Tri => {
  const holding = lines.filter(({ weight }) => weight === 'must');
  if (holding.some(({ state }) => state === 'no')) return 'no';
  return holding.some(({ state }) => state === 'unknown') ? 'unknown' : 'yes';
};

const starterOf = ({ starter }: Kind, snapshot: Snapshot): KindReadiness['starter'] => {
  if (starter !== 'you-as-administrator') return starter;
  const registration = registrationOf(snapshot);
  const elevated =
    snapshot.who?.elevated ?? (registration === null ? null : subjectOf(registration).elevated);
  return elevated === true ? 'you' : starter;
};

/** What stands between this device and each kind of reset. Pure: the same readings, the same answer. */
export const readinessOf = (
  snapshot: Snapshot,
  beside: Beside = { pendingActions: null },
): KindReadiness[] =>
  kinds.map((kind) => {
    const lines = linesOf(kind, snapshot, beside);
    return {
      kind,
      suit: suitOf(kind.conditions, snapshot),
      starter: starterOf(kind, snapshot),
      state: stateOf(lines),
      lines,
    };
  });

/**
 * The gentlest kind that can be had here and that nothing speaks against; null where there is none. The
 * cloud desktop has its own kinds, so the order of the table decides.
 */
export const gentlest = (all: readonly KindReadiness[]): KindReadiness | null =>
  all.find(({ suit, state }) => suit.state === 'yes' && state !== 'no') ??
  all.find(({ suit }) => suit.state === 'yes') ??
  null;

/**
 * Read right before judging: what an ordinary check does not ask, because it names what a person keeps,
 * and what may have changed since, because somebody was told to change it.
 */
export const readinessProbes = [
  'folder-sizes',
  'known-networks',
  'local-accounts',
  'recovery-environment',
  'power',
  'disk-space',
  'pending-restart',
  'onedrive',
  'reset-losses',
  'mapped-drives',
  'printers',
  'key-escrow',
] as const satisfies readonly ProbeId[];
