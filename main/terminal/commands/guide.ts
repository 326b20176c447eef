import { loadRoomWords } from '../../../strings/more-words';
import { guideWords } from '../../../strings/guide-words';
import type { GuideView } from '../../../preload/contract';
import type { Seat } from '../../core/seat';
import { nearest } from '../../core/nearest';
import { json, type Call, type Command } from '../command';
import { exit } from '../exit';
import { Problem } from '../problem';
import type { Terminal } from '../terminal';
import { table } from '../table';

const budgetMs = 120_000;

const list = (fits: readonly GuideView[], asJson: boolean, terminal: Terminal): void => {
  const { words, out, width } = terminal;
  if (asJson) return out(`${JSON.stringify({ schema: 1, guides: fits }, null, 2)}\n`);
  const rows = fits.map(({ id, fit, reason }): [string, string] => {
    const own = guideWords(words, id);
    const refused =
      fit === 'refused' && reason !== null ? ` – ${own.refused(reason) ?? reason}` : '';
    return [id, `${own.title}${refused}`];
  });
  out(`${table(rows, width)}\n`);
};

/** Guides of technicians are theirs in a terminal too; all others are the person's own. */
const seatFor = (seats: readonly Seat[]): Seat =>
  seats.includes('my-device') ? 'my-device' : (seats[0] ?? 'my-device');

const guideFrom = async (id: string) => {
  const { guideById, guides } = await import('../../guides/library/index');
  const guide = guideById(id);
  if (guide !== null) return guide;
  const [near] = nearest(
    id,
    guides.map((one) => one.id),
    1,
  );
  throw new Problem('terminal.guide.unknown', {
    values: { id },
    ...(near === undefined
      ? {}
      : { hint: { key: 'terminal.usage.did-you-mean', values: { word: near } } }),
  });
};

/** What there is, where no device can say what fits. */
const allGuides = async (): Promise<GuideView[]> => {
  const { guides } = await import('../../guides/library/index');
  return guides.map(({ id }) => ({ id, fit: 'unsure', reason: null, handOver: null }));
};

const begin = async (call: Call, terminal: Terminal, id: string | undefined) => {
  const guide = id === undefined ? null : await guideFrom(id);
  const { deviceFrom, endingFrom, guidingOn, nothingRead, theLook } =
    await import('../guide-target');
  const { opened } = await import('../walk-guide');
  const ending = endingFrom(call);
  if (call.flags.has('resume')) {
    const guiding = guidingOn(null, nothingRead);
    const [last] = await guiding['guide.unfinished']();
    if (last === undefined)
      throw new Problem('terminal.guide.nothing-kept', { exitCode: exit.undetermined });
    return { guiding, run: opened(await guiding['guide.resume'](last.run)), fits: [] };
  }
  if (guide === null && !call.values.has('sample') && process.platform !== 'win32')
    return { guiding: guidingOn(null, nothingRead), run: null, fits: await allGuides() };
  const target = await deviceFrom(call);
  const [{ look }, { openTarget }] = await Promise.all([
    import('../../engine'),
    import('../target'),
  ]);
  const device = await openTarget(target);
  if (!device.ok) throw device.problem;
  const { snapshot } = await look(device.os, { budgetMs, signal: terminal.signal });
  const guiding = guidingOn(target, snapshot);
  const seat = seatFor(guide?.seats ?? []);
  if (guide === null) {
    const fits = await guiding['guides.list'](seat, theLook);
    return { guiding, run: null, fits: fits.ok ? fits.value : [] };
  }
  const run = opened(await guiding['guide.start'](guide.id, seat, theLook, ending));
  return { guiding, run, fits: [] };
};

export const command: Command = {
  name: 'guide',
  summary: 'terminal.guide.summary',
  options: {
    sample: { kind: 'value', value: 'ID', words: 'terminal.guide.sample' },
    practice: { kind: 'value', value: 'ENDING', words: 'terminal.guide.practice' },
    resume: { kind: 'flag', words: 'terminal.guide.resume' },
    json,
  },
  positionals: { usage: '[ID]', least: 0, most: 1 },
  notes: ['terminal.guide.notes', 'terminal.guide.exit-codes'],
  async run(call, plain) {
    const terminal = { ...plain, words: await loadRoomWords('guides', plain.words) };
    const asJson = call.flags.has('json');
    const { guiding, run, fits } = await begin(call, terminal, call.positionals[0]);
    if (run === null) {
      list(fits, asJson, terminal);
      return exit.healthy;
    }
    const [{ walkGuide }, report] = await Promise.all([
      import('../walk-guide'),
      import('../guide-report'),
    ]);
    const tell = asJson ? terminal.err : terminal.out;
    const done = await walkGuide(run, { terminal, guiding, tell });
    tell(report.guideEnd(done, terminal));
    if (asJson) terminal.out(report.guideJson(done));
    return report.exitOfGuide(done);
  },
};
