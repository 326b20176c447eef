import { basename, dirname, extname, resolve } from 'node:path';
import type { BatchForm, BatchStep, DeviceField, DeviceView } from '../../preload/contract-batch';
import { named, setField, type Pen } from '../core/batch/edit';
import { readSerial } from '../core/batch/serial';
import { emptySheet, rowOf, withRow, type Row, type Sheet } from '../core/batch/sheet';
import { nearest } from '../core/nearest';
import { exported } from '../sheets/export';
import { signed } from '../sheets/fill';
import { penOf } from '../sheets/pen';
import { takeFile, type Taken } from '../sheets/take';
import { deviceView, sheetView, shownFields } from '../sheets/views';
import { openSheet, refusedSheet, writeSheet } from './batch-file';
import { lookInto } from './batch-look';
import type { Call } from './command';
import { exit, type ExitCode } from './exit';
import { writingProblem } from './file-problem';
import { readInput } from './input';
import { Problem } from './problem';
import { exitOfSheet, exitOfState, showDevice, showSheet, showTaken } from './show-batch';
import type { Terminal } from './terminal';

/** The words behind the verb; the first is always the sheet’s file. */
interface Task {
  path: string;
  rest: readonly string[];
  call: Call;
  terminal: Terminal;
  pen: Pen;
}

interface Verb {
  usage: string;
  /** Words behind the sheet. */
  least: number;
  most: number;
  run(task: Task): Promise<ExitCode>;
}

const steps: readonly BatchStep[] = ['preflight', 'set-up', 'sign-off'];
/** Of a copy of a sheet with all its proof; the sheet’s own limit is the same. */
const mostBytes = 64 * 1024 * 1024;
const mostWords = 24;

const unknown = (
  key: 'terminal.batch.unknown',
  name: string,
  known: readonly string[],
): Problem => {
  const [near] = nearest(name, known, 1);
  return new Problem(key, {
    values: { name, known: known.join(', ') },
    ...(near === undefined
      ? {}
      : { hint: { key: 'terminal.usage.did-you-mean', values: { word: near } } }),
  });
};

const oneOf = <T extends string>(name: string, known: readonly T[]): T => {
  const found = known.find((one) => one === name);
  if (found === undefined) throw unknown('terminal.batch.unknown', name, known);
  return found;
};

/** `NAME=WORDS`, with a name that is known. */
const pairOf = <T extends string>(word: string, known: readonly T[]): [T, string] => {
  const at = word.indexOf('=');
  return [oneOf(at < 0 ? word : word.slice(0, at), known), at < 0 ? '' : word.slice(at + 1).trim()];
};

const rowNamed = (sheet: Sheet, typed: string): { serial: string; row: Row } => {
  const read = readSerial(typed);
  const row = read.ok ? rowOf(sheet, read.serial) : null;
  if (!read.ok || row === null)
    throw new Problem('terminal.batch.not-on-sheet', { values: { serial: typed } });
  return { serial: read.serial, row };
};

const tellSheet = ({ path, call, terminal }: Task, sheet: Sheet): ExitCode => {
  const { name, rows, people } = sheetView('', 'profile', sheet);
  const shown = { name: name === '' ? basename(path) : name, rows, people };
  terminal.out(
    call.flags.has('json')
      ? `${JSON.stringify({ schema: 1, sheet: shown }, null, 2)}\n`
      : showSheet({ ...shown, id: '', place: 'profile' }, terminal),
  );
  return exitOfSheet(shown);
};

const tellDevice = ({ call, terminal }: Task, device: DeviceView): ExitCode => {
  terminal.out(
    call.flags.has('json')
      ? `${JSON.stringify({ schema: 1, device }, null, 2)}\n`
      : showDevice(device, terminal),
  );
  return exitOfState[device.row.state];
};

const start = async (task: Task): Promise<ExitCode> => {
  const { path, rest, terminal, pen } = task;
  const name = rest.join(' ').trim() || basename(path, extname(path));
  const sheet = await writeSheet(
    path,
    terminal,
    (before) => {
      if (before !== emptySheet) throw writingProblem(path, 'target-exists');
      return named(before, name, pen);
    },
    { create: true },
  );
  tellSheet(task, sheet);
  return exit.healthy;
};

const show = async (task: Task): Promise<ExitCode> => {
  const { path, rest, terminal } = task;
  const sheet = await openSheet(path, terminal);
  const [typed] = rest;
  if (typed === undefined) return tellSheet(task, sheet);
  const { serial, row } = rowNamed(sheet, typed);
  return tellDevice(task, deviceView(serial, row));
};

/** All files are read before the first one is put in: a refused one leaves the sheet as it was. */
const add = async ({ path, rest, call, terminal, pen }: Task): Promise<ExitCode> => {
  const files: { file: string; put: Taken }[] = [];
  for (const file of rest) {
    const input = await readInput(file, terminal, mostBytes);
    if (input.kind === 'too-large') throw refusedSheet(file, 'not-a-sheet', terminal);
    const taken = takeFile(input.bytes);
    if (!taken.ok) throw refusedSheet(file, taken.code, terminal);
    files.push({ file, put: taken.value });
  }
  let told: { file: string; count: ReturnType<Taken>['count'] }[] = [];
  await writeSheet(path, terminal, (before) => {
    let sheet = before;
    told = files.map(({ file, put }) => {
      const after = put(sheet, pen);
      sheet = after.sheet;
      return { file, count: after.count };
    });
    return sheet;
  });
  terminal.out(
    call.flags.has('json')
      ? `${JSON.stringify({ schema: 1, files: told.map(({ file, count }) => ({ file, ...count })) }, null, 2)}\n`
      : told.map(({ count }) => showTaken(count, terminal)).join(''),
  );
  const open = told.some(
    ({ count }) => count.disagree.length > 0 || (count.kind === 'list' && count.problemCount > 0),
  );
  return open ? exit.attention : exit.healthy;
};

const take = async (task: Task): Promise<ExitCode> => {
  const { path, rest, call, terminal, pen } = task;
  const step = oneOf(rest[0] ?? '', steps);
  // A sheet that cannot be opened is said before a look that takes minutes.
  await openSheet(path, terminal);
  const { serial, fill } = await lookInto(step, call, terminal, pen);
  const sheet = await writeSheet(path, terminal, fill);
  return tellDevice(task, deviceView(serial, rowNamed(sheet, serial).row));
};

const set = async (task: Task): Promise<ExitCode> => {
  const { path, rest, terminal, pen } = task;
  const [typed = '', ...words] = rest;
  const pairs = words.map((word) => pairOf<DeviceField>(word, shownFields));
  const sheet = await writeSheet(path, terminal, (before) => {
    const { serial, row } = rowNamed(before, typed);
    return withRow(
      before,
      serial,
      pairs.reduce((next, [field, value]) => setField(next, field, value, pen), row),
    );
  });
  const { serial, row } = rowNamed(sheet, typed);
  tellDevice(task, deviceView(serial, row));
  return exit.healthy;
};

const sign = async (task: Task): Promise<ExitCode> => {
  const { path, rest, terminal, pen } = task;
  const [typed = '', ...words] = rest;
  if (pen.by === '') throw new Problem('terminal.batch.needs-name');
  const sheet = await writeSheet(path, terminal, (before) => {
    const { serial, row } = rowNamed(before, typed);
    const points = row.signOff?.points.map(({ id }) => id) ?? [];
    const reasons = row.signOff === null ? [] : words.map((word) => pairOf(word, points));
    const outcome = signed(
      row,
      reasons.map(([point, reason]) => ({ point, reason })),
      pen,
    );
    if (outcome.ok) return withRow(before, serial, outcome.row);
    throw new Problem('terminal.batch.not-signed', {
      values: {
        serial,
        why: terminal.words.say(`refusal.${outcome.why}`),
        points: outcome.points.join(', '),
      },
      exitCode: exit.attention,
      why: outcome.why,
    });
  });
  const { serial, row } = rowNamed(sheet, typed);
  return tellDevice(task, deviceView(serial, row));
};

const forms: Readonly<Record<string, BatchForm>> = {
  '.csv': 'csv',
  '.html': 'html',
  '.json': 'sheet',
};

const give = async ({ path, rest: [file = ''], terminal }: Task): Promise<ExitCode> => {
  const form = forms[extname(file).toLowerCase()];
  if (form === undefined)
    throw new Problem('terminal.report.unknown-ending', {
      values: { path: file, known: Object.keys(forms).join(', ') },
    });
  const [sheet, { reportWords }, { writeBeside }] = await Promise.all([
    openSheet(path, terminal),
    import('../../strings/for-report'),
    import('../os/outbox'),
  ]);
  const words = await reportWords(terminal.words.language);
  const { bytes } = exported(sheet, form, words, terminal.now());
  const written = await writeBeside(dirname(resolve(file)), basename(file), bytes);
  if (!written.ok) throw writingProblem(file, written.code, written.detail);
  terminal.err(`${terminal.words.say('terminal.report.written', { where: written.value })}\n`);
  return exit.healthy;
};

const verbs: Readonly<Record<string, Verb>> = {
  new: { usage: 'SHEET [NAME]', least: 0, most: mostWords, run: start },
  show: { usage: 'SHEET [SERIAL]', least: 0, most: 1, run: show },
  add: { usage: 'SHEET FILE|-…', least: 1, most: mostWords, run: add },
  take: { usage: `SHEET ${steps.join('|')}`, least: 1, most: 1, run: take },
  set: { usage: 'SHEET SERIAL FIELD=VALUE…', least: 2, most: mostWords, run: set },
  sign: { usage: 'SHEET SERIAL [POINT=REASON…]', least: 1, most: mostWords, run: sign },
  export: { usage: 'SHEET FILE', least: 1, most: 1, run: give },
};
export const verbNames = Object.keys(verbs);

export const runVerb = async (call: Call, terminal: Terminal): Promise<ExitCode> => {
  const [name = '', path, ...rest] = call.positionals;
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb === undefined) throw unknown('terminal.batch.unknown', name, verbNames);
  if (path === undefined || rest.length < verb.least || rest.length > verb.most)
    throw new Problem('terminal.batch.wrong-use', {
      values: { usage: `fieldkit batch ${name} ${verb.usage}` },
      hint: { key: 'terminal.usage.see-help', values: { command: 'batch' } },
    });
  const pen = penOf(call.values.get('by') ?? '', terminal.now());
  return verb.run({ path, rest, call, terminal, pen });
};
