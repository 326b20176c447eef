import { basename, dirname, extname, resolve } from 'node:path';
import type { HandOverForm, OpenGroup } from '../../../preload/contract-hand-over';
import { nearest } from '../../core/nearest';
import type { Call, Command } from '../command';
import { exitOf } from '../exit';
import { writingProblem } from '../file-problem';
import { organisationFor, organisationOption } from '../organisation';
import { Problem } from '../problem';
import { targetFrom } from '../target-option';
import { version } from '../version';

const budgetMs = 120_000;

/** The ending says what is wanted, as everywhere. */
const forms: Readonly<Record<string, HandOverForm>> = {
  '.html': 'html',
  '.json': 'json',
  '.txt': 'text',
  '.zip': 'bundle',
};

const groups: readonly OpenGroup[] = ['names', 'ids', 'addresses'];

const openFrom = ({ values }: Call): OpenGroup[] =>
  (values.get('open') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => {
      const group = groups.find((one) => one === name);
      if (group !== undefined) return group;
      const [near] = nearest(name, groups, 1);
      throw new Problem('terminal.report.unknown-group', {
        values: { name, known: groups.join(', ') },
        ...(near === undefined
          ? {}
          : { hint: { key: 'terminal.usage.did-you-mean', values: { word: near } } }),
      });
    });

const formOf = (path: string): HandOverForm => {
  const form = forms[extname(path).toLowerCase()];
  if (form !== undefined) return form;
  throw new Problem('terminal.report.unknown-ending', {
    values: { path, known: Object.keys(forms).join(', ') },
  });
};

export const command: Command = {
  name: 'report',
  summary: 'terminal.report.summary',
  options: {
    capture: { kind: 'value', value: 'PATH', words: 'terminal.check.capture' },
    sample: { kind: 'value', value: 'ID', words: 'terminal.check.sample' },
    organisation: organisationOption,
    open: { kind: 'value', value: 'GROUP,…', words: 'terminal.report.open' },
    evidence: { kind: 'flag', words: 'terminal.report.evidence' },
  },
  positionals: { usage: '[FILE]', least: 0, most: 1 },
  notes: ['terminal.report.notes', 'terminal.check.exit-codes'],
  async run(call, terminal) {
    const [path] = call.positionals;
    const form = path === undefined ? 'text' : formOf(path);
    const open = openFrom(call);
    const [{ look }, { openTarget }, { madeFrom }, { maskedLook }, { filesOf }] = await Promise.all(
      [
        import('../../engine'),
        import('../target'),
        import('../../hand-over'),
        import('../../masked-look'),
        import('../../reports/files'),
      ],
    );
    const target = targetFrom(call);
    const opened = await openTarget(target);
    if (!opened.ok) throw opened.problem;
    const organisation = await organisationFor(call, terminal, target.kind);
    const seen = await look(opened.os, { budgetMs, signal: terminal.signal, organisation });
    const { language } = terminal.words;
    const shown = await maskedLook(seen, open);
    const made = await madeFrom(seen, shown, { open, language }, { version, now: terminal.now() });
    const sources = call.flags.has('evidence') ? [...seen.raws.keys()] : [];
    const { bytes } = await filesOf[form](made, sources);
    if (path === undefined) terminal.out(new TextDecoder().decode(bytes));
    else {
      const { writeBeside } = await import('../../os/outbox');
      const folder = dirname(resolve(path));
      const written = await writeBeside(folder, basename(path), bytes);
      if (!written.ok) throw writingProblem(path, written.code, written.detail);
      terminal.err(`${terminal.words.say('terminal.report.written', { where: written.value })}\n`);
    }
    return exitOf[seen.diagnosis.state];
  },
};
