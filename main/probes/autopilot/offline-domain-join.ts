import type { OfflineDomainJoin } from '../../core/facts/autopilot';
import { ok, triOf } from '../../core/reading';
import { enrolmentEvents, eventFact, newestFirst } from '../mdm/events';
import type { Probe } from '../probe';
import { eventsOf } from '../text/events';
import { registryOf, registryReads } from '../text/registry';
import { syncMlKey } from './sources';

const states: Record<number, OfflineDomainJoin['state']> = {
  100: 'no-connectivity',
  107: 'applied',
  111: 'waiting',
};
const ids = [100, 107, 109, 110, 111];

export const offlineDomainJoinProbe: Probe<'offline-domain-join'> = {
  id: 'offline-domain-join',
  on: ['win32'],
  reads: [...registryReads(syncMlKey), enrolmentEvents],
  parse: (raws) => {
    const mark = registryOf(raws, syncMlKey);
    const list = eventsOf(raws, enrolmentEvents);
    if (mark.kind !== 'ok' && list.kind !== 'ok') return list;
    const events =
      list.kind === 'ok'
        ? newestFirst(list.value.events).filter(({ id }) => ids.includes(id))
        : null;
    const last = events?.map(({ id }) => states[id]).find((state) => state !== undefined);
    const marked = mark.kind === 'ok' ? mark.value.has('ODJApplied') : null;
    const applied = marked === true || last === 'applied';
    return ok({
      applied: applied ? 'yes' : triOf(marked),
      state: applied ? 'applied' : (last ?? (events === null ? 'unknown' : 'none')),
      events: events?.map(eventFact) ?? null,
    });
  },
};
