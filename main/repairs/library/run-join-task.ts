import type { Tri } from '../../core/reading';
import { valueOf, type Snapshot } from '../../core/snapshot';
import { declareAct } from '../../os/act';
import { controllerFound, domainJoined, joinRow, need, notEntraJoined, online } from '../needs';
import { proofOf } from '../proofs';
import type { Repair } from '../repair';
import { everybody } from './seats';

export const joinTask = declareAct({
  key: 'run-join-task',
  tool: 'schtasks.exe',
  args: ['/run', '/tn', '\\Microsoft\\Windows\\Workplace Join\\Automatic-Device-Join'],
  limitMs: 30_000,
});

const taskReady = (snapshot: Snapshot): Tri => {
  const tasks = valueOf(snapshot, 'join-tasks')?.tasks;
  if (tasks === undefined || tasks.length === 0) return 'unknown';
  const task = tasks.find(({ name }) => name === 'Automatic-Device-Join');
  if (task === undefined) return 'no';
  return task.state === 'unknown' ? 'unknown' : task.state === 'disabled' ? 'no' : 'yes';
};

export const joinTaskReady = need('join-task-ready', ['join-tasks'], 'go-on', taskReady);

export const joinAllowed = need('join-allowed', ['join-policy'], 'go-on', (snapshot) => {
  const told = valueOf(snapshot, 'join-policy')?.automaticRegistration;
  return told === undefined ? 'unknown' : told === 'blocked' ? 'no' : 'yes';
});

export const runJoinTask: Repair = {
  id: 'run-join-task',
  rights: 'admin',
  session: 'any',
  risk: 'none',
  seats: everybody,
  seconds: 60,
  acts: [joinTask],
  needs: [domainJoined, notEntraJoined, controllerFound, joinTaskReady, joinAllowed, online],
  rereads: ['device-registration', 'registration-events'],
  settleSeconds: 90,
  proof: (_before, after) => proofOf(joinRow(after, 'entra')),
  undo: 'not-needed',
};
