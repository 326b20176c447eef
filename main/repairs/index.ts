import type { Repair } from './repair';

/** Everything that may be changed on a device, in the order it is offered. */
export const repairs: readonly Repair[] = [];

const byId: ReadonlyMap<string, Repair> = new Map(repairs.map((repair) => [repair.id, repair]));

export const repairById = (id: string): Repair | null => byId.get(id) ?? null;
