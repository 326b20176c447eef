import type { ResetKindView } from '../../../preload/contract-readiness';
import type { Tri } from '../../core/reading';
import { organisationFor, organisationOption } from '../organisation';
import { budgetFrom } from '../budget';
import { json, type Command } from '../command';
import { exit, type ExitCode } from '../exit';
import { Problem } from '../problem';
import { progressOn } from '../progress';
import { targetFrom } from '../target-option';

const exitOf: Record<Tri, ExitCode> = {
  yes: exit.healthy,
  no: exit.attention,
  unknown: exit.undetermined,
};

const chooseKind = (
  id: string | undefined,
  kinds: readonly ResetKindView[],
  proposed: string | null,
): ResetKindView | null => {
  const wanted = id ?? proposed;
  const found = kinds.find((kind) => kind.id === wanted) ?? null;
  if (id !== undefined && found === null)
    throw new Problem('terminal.readiness.unknown-kind', {
      values: { id, known: kinds.map((kind) => kind.id).join(', ') },
    });
  return found;
};

export const command: Command = {
  name: 'readiness',
  summary: 'terminal.readiness.summary',
  options: {
    kind: { kind: 'value', value: 'ID', words: 'terminal.readiness.kind' },
    capture: { kind: 'value', value: 'PATH', words: 'terminal.check.capture' },
    sample: { kind: 'value', value: 'ID', words: 'terminal.check.sample' },
    organisation: organisationOption,
    budget: { kind: 'value', value: 'SECONDS', words: 'terminal.option.budget' },
    json,
  },
  positionals: { usage: '', least: 0, most: 0 },
  notes: ['terminal.readiness.notes', 'terminal.readiness.exit-codes'],
  async run(call, terminal) {
    const target = targetFrom(call);
    const budgetMs = budgetFrom(call.values.get('budget'));
    const [{ look }, { openTarget }, { readiness }, { showReadiness }] = await Promise.all([
      import('../../engine'),
      import('../target'),
      import('../../readiness'),
      import('../show-readiness'),
    ]);
    const opened = await openTarget(target);
    if (!opened.ok) throw opened.problem;
    const { os } = opened;
    const progress = progressOn(terminal, budgetMs);
    const { snapshot } = await look(os, {
      budgetMs,
      signal: terminal.signal,
      onReading: progress.landed,
    }).finally(progress.stop);
    // It judges nothing here: the sheet only says whom to call.
    const organisation = await organisationFor(call, terminal, 'this-device');
    const view = await readiness({ snapshot, os }, organisation, terminal.signal);
    const chosen = chooseKind(call.values.get('kind'), view.kinds, view.proposed);
    terminal.out(
      call.flags.has('json')
        ? `${JSON.stringify({ schema: 1, chosen: chosen?.id ?? null, ...view }, null, 2)}\n`
        : showReadiness(view, chosen, terminal),
    );
    if (os.kind === 'live' && os.platform !== 'win32')
      terminal.err(`fieldkit: ${terminal.words.say('terminal.check.not-windows')}\n`);
    return terminal.signal.aborted || chosen === null ? exit.undetermined : exitOf[chosen.state];
  },
};
