import { describe, expect, it } from 'vitest';
import { bodyOf, cloudActions, type CloudActionId } from '../../../main/cloud/actions/table';
import { addressOf, calls, type Call, type CallId } from '../../../main/cloud/graph/calls';
import { selectOf, type ShapeName } from '../../../main/cloud/graph/shapes';
import { rules } from '../../harness/graph/rules';
import { newGraph } from './kit';
import { filling, store } from './things';

/** What the product reads of each answer; an action's answer has nothing to read. */
const read: Partial<Record<CallId, ShapeName>> = {
  'my-devices': 'device',
  'device-by-id': 'device',
  'managed-by-device-id': 'managedDevice',
  'managed-by-serial': 'managedDevice',
  'managed-by-user': 'managedDevice',
  'managed-by-name': 'managedDevice',
  managed: 'managedDevice',
  compliance: 'compliancePolicy',
  'recovery-keys': 'recoveryKey',
  'autopilot-by-serial': 'autopilot',
  'my-cloud-pcs': 'cloudPc',
  'my-cloud-pc-states': 'cloudPcStatus',
  'cloud-pcs': 'cloudPc',
  'cloud-pc-states': 'cloudPcStatus',
  snapshots: 'snapshot',
  connections: 'connection',
};

const chosen = (action: CloudActionId): Record<string, string | boolean> =>
  Object.fromEntries(
    Object.entries(cloudActions[action].options).map(([name, kind]) => [
      name,
      kind === 'flag' ? true : kind === 'text' ? 'A-1' : String((kind as readonly string[])[0]),
    ]),
  );

interface Question {
  call: CallId;
  select?: string;
  body?: Record<string, unknown>;
}

const questionOf = (call: CallId): Question => {
  const shape = read[call];
  const action = (Object.keys(cloudActions) as CloudActionId[]).find(
    (one) => cloudActions[one].call === call,
  );
  // Everything a person can choose, by the table from which the product makes its requests.
  const body = action === undefined ? {} : (bodyOf(action, chosen(action)) ?? {});
  return { call, ...body, ...(shape === undefined ? {} : { select: selectOf(shape) }) };
};

const ids = Object.keys(calls) as CallId[];
const misspelt = (name: string): string => `${name.slice(0, -1)}${name.endsWith('x') ? 'y' : 'x'}`;

/** One slip each, as a person would make it in the tables of the product. */
const slipsOf = ({ call: id, select, body = {} }: Question) => {
  const call: Call = calls[id];
  const fits = ({ method, path, version }: Call) =>
    rules.some(
      (rule) =>
        rule.method === method &&
        (rule.version === version || rule.version === 'both') &&
        rule.path.test(
          decodeURIComponent(
            new URL(addressOf('https://g', { ...call, path }, filling)).pathname.slice(
              version.length + 1,
            ),
          ),
        ),
    );
  const slips: { what: string; call: Call; select?: string | undefined; body?: object }[] = [];
  for (const method of ['GET', 'POST', 'DELETE'] as const)
    if (method !== call.method)
      slips.push({ what: `the verb ${method}`, call: { ...call, method }, select, body });
  const version = call.version === 'beta' ? 'v1.0' : 'beta';
  if (!fits({ ...call, version }))
    slips.push({ what: `the version ${version}`, call: { ...call, version }, select, body });
  const steps = call.path.split('/').filter((step) => step !== '' && !step.startsWith('{'));
  for (const step of steps)
    slips.push({
      what: `a misspelt ${step}`,
      call: { ...call, path: call.path.replace(`/${step}`, `/${misspelt(step)}`) },
      select,
      body,
    });
  for (const name of select?.split(',') ?? [])
    slips.push({
      what: `a misspelt ${name} to read`,
      call,
      select: (select ?? '').replace(new RegExp(`\\b${name}\\b`), misspelt(name)),
      body,
    });
  for (const [, name = ''] of (call.query ?? '').matchAll(/(?:[=,(]| )(\w+)(?= eq |,|$)/g))
    if (/^[a-z]/.test(name) && name !== 'eq')
      slips.push({
        what: `a misspelt ${name} in the query`,
        call: {
          ...call,
          query: (call.query ?? '').replace(new RegExp(`([=,(])${name}`), `$1${misspelt(name)}`),
        },
        select,
        body,
      });
  if (call.method === 'POST')
    for (const name of [...Object.keys(body), 'another']) {
      const { [name]: value = true, ...others } = body as Record<string, unknown>;
      slips.push({
        what: `a misspelt ${name} in the body`,
        call,
        body: { ...others, [misspelt(name)]: value },
      });
    }
  return slips;
};

describe('every call of the product', () => {
  it.each(ids)('%s is one that Graph takes, with any one of its permissions', async (id) => {
    const { permissions } = calls[id];
    for (const permission of permissions) {
      const { graph, server } = await newGraph({
        server: { store: store() },
        client: { token: () => Promise.resolve({ ok: true, value: `for:${permission}` }) },
      });
      const outcome = await graph.ask(id, { ...questionOf(id), filling });
      expect(outcome).toMatchObject({ kind: 'ok' });
      expect(server.violations).toEqual([]);
      expect(server.asked).toHaveLength(1);
    }
  });

  it.each(ids)('%s is refused with no right to it, and says so', async (id) => {
    const { graph, server } = await newGraph({
      server: { store: store() },
      client: { token: () => Promise.resolve({ ok: true, value: 'for:Nothing.Read' }) },
    });
    const outcome = await graph.ask(id, { ...questionOf(id), filling });
    expect(outcome).toMatchObject({ kind: 'failed', code: 'not-allowed' });
    expect(server.asked).toHaveLength(calls[id].permissions.length);
  });

  it.each(ids)('%s is refused with any slip of the pen in it', async (id) => {
    const { server, fetch } = await newGraph({ server: { store: store() }, violations: 1 });
    const every = [...new Set(Object.values(calls).flatMap((call) => call.permissions))].join(' ');
    const slips = slipsOf(questionOf(id));
    expect(slips.length).toBeGreaterThan(3);
    const passed: string[] = [];
    for (const { what, call, select, body = {} } of slips) {
      const before = server.violations.length;
      await fetch(addressOf(server.url, call, filling, select), {
        method: call.method,
        headers: {
          authorization: `Bearer for:${every}`,
          'client-request-id': 'x',
          'user-agent': 'x',
        },
        ...(call.method === 'POST' ? { body: JSON.stringify(body) } : {}),
      });
      if (server.violations.length === before) passed.push(what);
    }
    expect(passed).toEqual([]);
  });

  it.each(Object.keys(cloudActions) as CloudActionId[])(
    '%s is taken with as little as it can be asked with',
    async (action) => {
      const { graph, server } = await newGraph({ server: { store: store() } });
      // What is text is typed by a person, and the page does not send it empty.
      const least = Object.fromEntries(
        Object.entries(chosen(action)).filter(([, value]) => typeof value === 'string'),
      );
      await graph.ask(cloudActions[action].call, { filling, ...bodyOf(action, least) });
      expect(server.violations).toEqual([]);
    },
  );
});
