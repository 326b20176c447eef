import type { Repair } from '../repairs/repair';
import { repairById } from '../repairs/index';
import type { Guide, Step } from './guide';
import { guideById } from './library/index';

const prefix = 'fix-';

/** One repair by itself is a guide too: the same consent, the same journal, the same honest end. */
export const guideOfRepair = (repair: Repair): Guide => {
  const sure: Step = {
    id: 'sure',
    kind: 'confirm',
    survives: [],
    lost: [],
    minutes: [1, Math.max(1, Math.ceil(repair.seconds / 60))],
    readiness: repair.needs.map(({ id, reads, holds }) => ({ id, reads, holds })),
  };
  return {
    id: `${prefix}${repair.id}`,
    seats: repair.seats,
    fits: () => 'yes',
    steps: [
      ...(repair.risk === 'destructive' ? [sure] : []),
      { id: 'do', kind: 'act', repair: repair.id, failed: 'end' },
      { id: 'end', kind: 'done', proof: 'last-act' },
    ],
  };
};

/** A guide of the library, or the one of a single repair; null when there is neither. */
export const guideNamed = (id: string): Guide | null => {
  if (!id.startsWith(prefix)) return guideById(id);
  const repair = repairById(id.slice(prefix.length));
  return repair === null ? null : guideOfRepair(repair);
};
