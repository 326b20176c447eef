import type { Organisation } from '../../core/organisation';
import type { Snapshot } from '../../core/snapshot';
import { nearest } from '../../core/nearest';
import type { Os } from '../../os/port';
import { answer, noAnswer } from '../answer';
import { json, type Call, type Command } from '../command';
import { exit } from '../exit';
import { ownHistory } from '../own';
import { organisationFor, organisationOption, showHelpDesk } from '../organisation';
import { liveLine } from '../live-line';
import { Problem } from '../problem';
import { progressOn } from '../progress';
import { showDisproof } from '../show-disproof';
import type { Terminal } from '../terminal';
import { targetFrom } from '../target-option';
import { budgetFrom } from '../budget';

const onlyFrom = ({ values }: Call, known: readonly string[]): string[] | undefined => {
  const ids = values
    .get('only')
    ?.split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  const stranger = ids?.find((id) => !known.includes(id));
  if (stranger === undefined) return ids;
  const [near] = nearest(stranger, known, 1);
  throw new Problem('terminal.check.unknown-probe', {
    values: { id: stranger, known: known.join(', ') },
    ...(near === undefined
      ? {}
      : { hint: { key: 'terminal.usage.did-you-mean', values: { word: near } } }),
  });
};

const isThisPc = ({ kind, platform }: Os): boolean => kind === 'live' && platform === 'win32';

/** Only when asked for: a check needs no network, and contacting somebody must surprise nobody. */
const measured = async (
  snapshot: Snapshot,
  organisation: Organisation | null,
  call: Call,
  terminal: Terminal,
) => {
  const [{ measureReach, reachJson }, { showReach }, { wayOut }] = await Promise.all([
    import('../measure-reach'),
    import('../show-reach'),
    import('../way-out'),
  ]);
  const wire = await wayOut(call, terminal);
  const done = liveLine(terminal, (elapsed) =>
    terminal.words.say('check-reach.progress', { elapsed }),
  );
  const servers = organisation?.servers ?? [];
  const reach = await measureReach(wire, snapshot, servers, terminal.signal).finally(done);
  return { json: { reach: reachJson(reach) }, text: showReach(reach, terminal) };
};

export const command: Command = {
  name: 'check',
  summary: 'terminal.check.summary',
  options: {
    capture: { kind: 'value', value: 'PATH', words: 'terminal.check.capture' },
    sample: { kind: 'value', value: 'ID', words: 'terminal.check.sample' },
    only: { kind: 'value', value: 'ID,…', words: 'terminal.check.only' },
    why: { kind: 'value', value: 'FINDING', words: 'disproof.option' },
    budget: { kind: 'value', value: 'SECONDS', words: 'terminal.option.budget' },
    'no-history': { kind: 'flag', words: 'terminal.check.no-history' },
    reach: { kind: 'flag', words: 'check-reach.option' },
    offline: { kind: 'flag', words: 'check-reach.offline' },
    organisation: organisationOption,
    json,
  },
  positionals: { usage: '', least: 0, most: 0 },
  notes: ['terminal.check.exit-codes', 'check-reach.notes'],
  async run(call, terminal) {
    const asJson = call.flags.has('json');
    const target = targetFrom(call);
    const wanted = call.flags.has('reach');
    // What was recorded is replayed; it must never lead to somebody being contacted.
    if (wanted && target.kind !== 'this-device') throw new Problem('check-reach.not-recorded');
    const budgetMs = budgetFrom(call.values.get('budget'));
    const [{ probeIds, look }, { openTarget }, { disproofsFor, every, knownFinding }] =
      await Promise.all([import('../../engine'), import('../target'), import('../disproof')]);
    const only = onlyFrom(call, probeIds());
    const why = knownFinding(call.values.get('why'));
    const opened = await openTarget(target);
    if (!opened.ok) throw noAnswer(opened.problem, asJson, terminal);
    const organisation = await organisationFor(call, terminal, target.kind);
    const progress = progressOn(terminal, budgetMs);
    const looked = await look(opened.os, {
      budgetMs,
      organisation,
      signal: terminal.signal,
      onReading: progress.landed,
      ...(only === undefined ? {} : { only }),
    }).finally(progress.stop);
    const { diagnosis } = looked;
    if (isThisPc(opened.os) && only === undefined && !terminal.signal.aborted)
      if (!call.flags.has('no-history')) await (await ownHistory()).keep(looked);
    const reach = wanted ? await measured(looked.snapshot, organisation, call, terminal) : null;
    const disproofs = why === undefined ? null : disproofsFor(why, looked);
    const code = answer(diagnosis, asJson, terminal, {
      ...reach?.json,
      ...(disproofs === null ? {} : { disproofs }),
    });
    if (!asJson)
      for (const disproof of disproofs ?? []) terminal.out(`\n${showDisproof(disproof, terminal)}`);
    if (!asJson && reach) terminal.out(reach.text);
    if (!asJson) showHelpDesk(organisation, diagnosis, terminal);
    const { signal, err, words } = terminal;
    if (why !== undefined && disproofs?.length === 0 && why !== every)
      err(`fieldkit: ${words.say('disproof.not-found', { id: why })}\n`);
    if (opened.os.kind === 'live' && !isThisPc(opened.os))
      err(`fieldkit: ${words.say('terminal.check.not-windows')}\n`);
    if (!signal.aborted) return code;
    err(`fieldkit: ${words.say('terminal.check.cancelled')}\n`);
    return exit.undetermined;
  },
};
