import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openActionJournal } from '../../main/cloud/actions/journal';
import { lookAfter, performAction } from '../../main/cloud/actions/perform';
import { openBulkResults } from '../../main/cloud/bulk/results';
import { runBulk } from '../../main/cloud/bulk/run';
import { readCloud } from '../../main/cloud/device/readings';
import { createGraph } from '../../main/cloud/graph/client';
import { calls } from '../../main/cloud/graph/calls';
import { createSignIn } from '../../main/cloud/sign-in/session';
import { startGraph } from '../harness/graph';
import { authority as newRoots } from '../harness/net/authority';
import { clientId, startSignIn, tenant } from '../harness/sign-in';
import { fetchTrusting } from '../harness/sign-in/fetch';
import { signInAs } from '../harness/sign-in/person';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

describe('a token', () => {
  it('is found nowhere but in the sign-in’s own memory and in the header of Graph', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fieldkit-secrets-'));
    folders.push(folder);
    const roots = newRoots('Test');
    const permissions = [...new Set(Object.values(calls).flatMap((call) => call.permissions))];
    const issued: string[] = [];
    const holder = { graph: '' };
    const graphServer = await startGraph({
      roots,
      scopesOf: async (token) => {
        const found = await signInServer.provider.AccessToken.find(token);
        return found
          ? [...found.scopes].map((scope) => scope.replace(`${holder.graph}/`, ''))
          : null;
      },
      store: { managed: [{ id: 'm1', deviceName: 'PC-7', serialNumber: 'SN-1' }] },
    });
    holder.graph = graphServer.url;
    const signInServer = await startSignIn({
      roots,
      scopes: permissions.map((one) => `${graphServer.url}/${one}`),
    });
    const fetch = fetchTrusting(roots.root);
    const told: unknown[] = [];
    try {
      const person = signInAs(fetch);
      const signIn = createSignIn({
        settings: { clientId, tenant, deviceCode: false },
        places: { authority: signInServer.url, graph: graphServer.url, protocol: 'OIDC' },
        changed: (state) => told.push(state),
        door: {
          // Everything secret the authority ever hands out is noted on its way in.
          fetch: async (url, init) => {
            const answer = await fetch(url, init);
            const text = await answer.text();
            for (const [, token = ''] of text.matchAll(/"(?:access|refresh|id)_token":"([^"]+)"/g))
              issued.push(token);
            return { ...answer, text: () => Promise.resolve(text) };
          },
          vault: null,
          pages: () => ({ done: 'done', failed: 'failed' }),
          broker: () => Promise.resolve(null),
          openBrowser: (address) => {
            void person(address, { login: 'jane' }).catch(() => null);
            return Promise.resolve(true);
          },
        },
      });
      const first = await signIn.start('best', permissions);
      expect(first.ok).toBe(true);
      const graph = createGraph({
        origin: graphServer.url,
        fetch,
        token: signIn.token,
        readOnly: () => false,
      });
      const journal = await openActionJournal(join(folder, 'actions.jsonl'));
      const results = await openBulkResults(join(folder, 'results.jsonl'));
      const hands = { graph, journal };
      const wiped = await performAction(hands, {
        action: 'wipe',
        target: { id: 'm1', name: 'PC-7', serial: 'SN-1' },
        options: {},
        confirmation: 'PC-7',
      });
      told.push(wiped);
      if (wiped.kind === 'sent') told.push(await lookAfter(hands, wiped.record.run));
      told.push(
        await runBulk(
          { ...hands, results, signal: new AbortController().signal },
          {
            action: 'sync',
            options: {},
            serials: ['SN-1', 'SN-2'],
            dryRun: false,
            confirmedCount: null,
          },
        ),
      );
      told.push(await readCloud(graph, { deviceId: 'd1', serial: 'SN-1' }));
      told.push(await signIn.state());
      await journal.close();
      await results.close();
      const files = await Promise.all(
        ['actions.jsonl', 'results.jsonl'].map((file) => readFile(join(folder, file), 'utf8')),
      );
      const everything = `${JSON.stringify(told)}${files.join('')}`;
      expect(everything).toContain('PC-7');
      expect(issued.length).toBeGreaterThanOrEqual(3);
      for (const token of issued) expect(everything.includes(token)).toBe(false);
      expect(
        graphServer.asked.every(({ query, body }) =>
          issued.every((token) => !`${query.toString()}${JSON.stringify(body)}`.includes(token)),
        ),
      ).toBe(true);
      expect(graphServer.violations).toEqual([]);
    } finally {
      await signInServer.close();
      await graphServer.close();
    }
  });
});
