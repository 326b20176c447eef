import type { InspectionView, Outcome } from '../preload/contract';
import type { CloudCalls } from '../preload/contract-cloud';
import type { Saved } from '../preload/contract-hand-over';
import { readCloud, type CloudReadings } from './cloud/device/readings';
import { createCloudSeat, type CloudSeatOptions } from './cloud/seat/index';
import { judge } from './engine';
import type { House } from './house';
import type { Inspections } from './inspections';
import { unavailable } from './core/reading';
import { valueOf, type Snapshot } from './core/snapshot';

export interface CloudHouseOptions extends CloudSeatOptions {
  inspections: Inspections;
  save(name: string, bytes: Uint8Array): Promise<Outcome<Saved>>;
}

const deviceIdOf = (snapshot: Snapshot | undefined): string | null =>
  (snapshot && valueOf(snapshot, 'device-registration')?.deviceId) ?? null;

const idsOf = (snapshot: Snapshot) => ({
  deviceId: deviceIdOf(snapshot),
  serial: valueOf(snapshot, 'machine')?.serial ?? null,
});

/** Another organisation's directory does not know this device, and that proves nothing about it. */
const isElsewhere = (snapshot: Snapshot, tenant: string): boolean => {
  const own = valueOf(snapshot, 'device-registration')?.tenant?.id ?? null;
  return own !== null && tenant !== '' && own.toLowerCase() !== tenant.toLowerCase();
};
const elsewhereReading = unavailable('not-signed-in', 'other-tenant');
const unseen: CloudReadings = {
  'cloud-device': elsewhereReading,
  'cloud-management': elsewhereReading,
  'cloud-autopilot': elsewhereReading,
};

/** The cloud's part of the contract. What it says of a device goes through the same rules as all else. */
export const createCloudHouse = (options: CloudHouseOptions): Pick<House, keyof CloudCalls> => {
  const { inspections, save } = options;
  const seat = createCloudSeat(options);
  const look = async (inspection: string): Promise<Outcome<InspectionView>> => {
    const kept = inspections.find(inspection);
    const graph = await seat.graph();
    if (kept === null || graph === null) return { ok: false, code: 'gone' };
    // A sample belongs to nobody's organisation.
    if (inspections.looked(inspection)?.target?.kind === 'sample')
      return { ok: false, code: 'unknown-sample' };
    const { snapshot } = kept;
    const { sign } = await seat.sign.view();
    const elsewhere = sign.kind === 'signed-in' && isElsewhere(snapshot, sign.tenant);
    const more = elsewhere ? unseen : await readCloud(graph, idsOf(snapshot));
    const readings = { ...snapshot.readings, ...more };
    const seen = { ...snapshot, readings };
    const value = inspections.rejudged(inspection, seen, await judge(seen));
    return value === null ? { ok: false, code: 'gone' } : { ok: true, value };
  };
  return {
    'cloud.state': () => seat.sign.view(),
    'cloud.sign-in': (how) => seat.sign.signIn(how),
    'cloud.confirm': () => seat.sign.confirm(),
    'cloud.cancel': () => seat.sign.cancel(),
    'cloud.sign-out': () => seat.sign.signOut(),
    'cloud.look': look,
    'cloud.mine': (inspection) =>
      seat.mine(inspection === null ? null : deviceIdOf(inspections.find(inspection)?.snapshot)),
    'cloud.find': (by, text) => seat.find(by, text),
    'cloud.device': (device) => seat.device(device),
    'cloud.keys': (device) => seat.keys(device),
    'cloud.foresee': (thing, action, chosen) => seat.foresee(thing, action, chosen),
    'cloud.act': (thing, action, chosen, typed) => seat.act(thing, action, chosen, typed),
    'cloud.actions': () => seat.actions(),
    'cloud.follow': (run) => seat.follow(run),
    'cloud.set-aside': (run) => seat.setAside(run),
    'cloud.secret': (kind, of) => seat.secret(kind, of),
    'cloud.secret-copy': (ticket) => seat.copySecret(ticket),
    'cloud.secret-forget': (ticket) => seat.forgetSecret(ticket),
    'cloud.bulk-start': (wish) => seat.bulkStart(wish),
    'cloud.bulk-resume': () => seat.bulkResume(),
    'cloud.bulk-stop': () => seat.bulk.stop(),
    'cloud.bulk-state': () => seat.bulk.state(),
    'cloud.bulk-save': async () => {
      const table = await seat.bulk.table();
      return table === null
        ? { ok: false, code: 'gone' }
        : save('fieldkit-devices.csv', new TextEncoder().encode(`\uFEFF${table}`));
    },
  };
};
