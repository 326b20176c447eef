import type {
  CheckedView,
  DeviceRowView,
  DeviceState,
  DeviceView,
  FoundView,
  SetUpStepView,
  SetUpView,
  SheetView,
  TakenCount,
} from '../../preload/contract-batch';
import { momentOf } from '../reports/times';
import { exit, type ExitCode } from './exit';
import { table } from './table';
import type { Terminal } from './terminal';
import { printable, wrap } from './wrap';
import { listed } from '../../strings/listed';

const minute = 60_000;

/** A sheet is done when every PC is signed with proof; what is merely ready is not. */
export const exitOfState: Readonly<Record<DeviceState, ExitCode>> = {
  listed: exit.undetermined,
  'not-ready': exit.broken,
  'partly-read': exit.undetermined,
  ready: exit.healthy,
  'setting-up': exit.attention,
  'set-up-failed': exit.broken,
  'set-up-done': exit.healthy,
  'not-done': exit.attention,
  'signed-open': exit.attention,
  changed: exit.broken,
  signed: exit.healthy,
};

const worstFirst = [exit.broken, exit.attention, exit.undetermined] as const;

export const exitOfSheet = ({ rows }: Pick<SheetView, 'rows'>): ExitCode => {
  const codes = new Set(rows.map(({ state }) => exitOfState[state]));
  const worst = worstFirst.find((code) => codes.has(code));
  if (rows.length === 0) return exit.undetermined;
  return worst ?? (rows.every(({ state }) => state === 'signed') ? exit.healthy : exit.attention);
};

const signedText = ({ signedBy, signedAt }: DeviceRowView, { words }: Terminal): string | null =>
  signedBy === null || signedAt === null
    ? null
    : words.say('batch.signed', { by: signedBy, moment: momentOf(signedAt, words.language) });

const rowText = (row: DeviceRowView, terminal: Terminal): string =>
  [
    terminal.words.say(`batch.state.${row.state}`),
    row.fields.model,
    row.fields.name,
    row.fields['asset-tag'],
    signedText(row, terminal),
    row.conflicts === 0 ? null : terminal.words.say('batch.conflicts', { count: row.conflicts }),
  ]
    .filter((part) => part !== null)
    .map(printable)
    .join(' · ');

export const showSheet = ({ name, rows }: SheetView, terminal: Terminal): string => {
  const { paint, width, words } = terminal;
  const body =
    rows.length === 0
      ? wrap(words.say('batch.list.empty'), width)
      : table(
          rows.map((row) => [printable(row.serial), rowText(row, terminal)]),
          width,
        );
  return `${paint('bold', printable(name))}\n${body}\n`;
};

const signs = { yes: '✓', no: '✗', unknown: '?' } as const;

const foundLines = (findings: readonly FoundView[], { words, width }: Terminal): string[] =>
  findings.flatMap(({ id, values }) =>
    [
      words.lookUp(`finding.${id}.title`, values) ?? id,
      words.lookUp(`finding.${id}.next`, values),
    ].flatMap((text, nr) =>
      text === null ? [] : [wrap(text, width, '    ', nr === 0 ? '  ! ' : '    ')],
    ),
  );

const checkedLines = (title: string, checked: CheckedView | null, terminal: Terminal): string[] => {
  const { words, width, paint } = terminal;
  if (checked === null) return [];
  const moment = momentOf(checked.at, words.language);
  return [
    '',
    paint('bold', title),
    checked.by === ''
      ? words.say('batch.device.read.nobody', { moment })
      : words.say('batch.device.read', { moment, by: printable(checked.by) }),
    ...checked.points.map(({ id, state, proof }) => {
      const told = `${words.lookUp(`batch.point.${id}`) ?? id} (${id}): ${words.say(`batch.answer.${state}`)}`;
      const shown = proof.map(({ field, value }) => `${field} = ${value}`).join(', ');
      return wrap(
        printable(shown === '' ? told : `${told}. ${shown}`),
        width,
        '    ',
        `  ${signs[state]} `,
      );
    }),
    ...foundLines(checked.findings, terminal),
  ];
};

const stepLine = (step: SetUpStepView, { words, width }: Terminal): string => {
  const [whole = '', part] = step.id.split('/');
  const phase = step.name ?? words.lookUp(`batch.phase.${whole}`) ?? whole;
  const told = [
    words.say(`batch.progress.${step.state}`),
    step.from === null || step.until === null
      ? null
      : words.say('batch.set-up.took', {
          minutes: Math.floor((step.until - step.from) / minute),
        }),
    step.code === null ? null : words.say('batch.set-up.code', { code: step.code }),
  ].filter((text) => text !== null);
  const name = part === undefined || step.name !== null ? phase : `${phase}: ${part}`;
  return wrap(printable(`${name}: ${listed(told, words)}`), width, '    ', '  ');
};

const setUpLines = (setUp: SetUpView | null, terminal: Terminal): string[] => {
  if (setUp === null) return [];
  const { words, width, paint } = terminal;
  const { giveUp, waitsFor, phases, apps } = setUp;
  const told = [
    setUp.over === 'yes' ? words.say('batch.set-up.over') : null,
    waitsFor.length === 0
      ? null
      : words.say('batch.set-up.waits', {
          what: listed(
            waitsFor.map((id) => words.lookUp(`batch.phase.${id}`) ?? id),
            words,
          ),
        }),
    giveUp === null
      ? null
      : words.say(`batch.set-up.give-up.${giveUp.told ? 'told' : 'usual'}`, {
          moment: momentOf(giveUp.at, words.language),
          minutes: Math.round(giveUp.minutes),
        }),
    phases.length + apps.length === 0 ? words.say('batch.set-up.nothing') : null,
  ].filter((text) => text !== null);
  return [
    '',
    paint('bold', words.say('batch.device.set-up')),
    ...told.map((text) => wrap(printable(text), width)),
    ...[...phases, ...apps].map((step) => stepLine(step, terminal)),
    ...foundLines(setUp.findings, terminal),
  ];
};

export const showDevice = (device: DeviceView, terminal: Terminal): string => {
  const { words, paint, width } = terminal;
  const { row, conflicts } = device;
  return [
    paint('bold', printable(row.serial)),
    wrap(rowText(row, terminal), width),
    ...conflicts.map(({ field, claims }) =>
      wrap(
        printable(
          `${words.say('batch.device.conflict', { field: words.say(`batch.column.${field}`) })} ${claims.map(({ value }) => `“${value}”`).join(', ')}`,
        ),
        width,
      ),
    ),
    ...checkedLines(words.say('batch.device.preflight'), device.preflight, terminal),
    ...setUpLines(device.setUp, terminal),
    ...checkedLines(words.say('batch.device.sign-off'), device.signOff, terminal),
    '',
  ].join('\n');
};

/** What came of one file, and each line that was not taken. */
export const showTaken = (count: TakenCount, { words, width }: Terminal): string => {
  const lines = [
    count.kind === 'list'
      ? words.say('batch.taken.list', {
          added: count.added,
          filled: count.filled,
          same: count.same,
        })
      : words.say('batch.taken.sheet', { added: count.added, changed: count.changed }),
  ];
  if (count.disagree.length > 0)
    lines.push(words.say('batch.taken.disagree', { serials: count.disagree.join(', ') }));
  if (count.kind === 'list' && count.problemCount > 0) {
    lines.push(words.say('batch.taken.problems', { count: count.problemCount }));
    for (const { line, why, seen, firstLine } of count.problems)
      lines.push(
        words.say('batch.taken.line', {
          line,
          why: words.lookUp(`batch.line.${why}`, { seen, firstLine: firstLine ?? '' }) ?? why,
        }),
      );
  }
  if (count.kind === 'list' && count.leftOut.length > 0)
    lines.push(words.say('batch.taken.left-out', { columns: count.leftOut.join(', ') }));
  return `${lines.map((line) => wrap(printable(line), width)).join('\n')}\n`;
};
