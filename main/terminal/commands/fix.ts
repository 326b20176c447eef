import { loadRoomWords } from '../../../strings/more-words';
import type { Words } from '../../../strings/index';
import { refusedWords } from '../../../strings/repair-words';
import { nearest } from '../../core/nearest';
import { json, type Command } from '../command';
import { exit } from '../exit';
import { Problem } from '../problem';
import { table } from '../table';

const repairFrom = async (id: string, words: Words) => {
  const [{ repairById, repairs }, { refusedByName }] = await Promise.all([
    import('../../repairs/index'),
    import('../../repairs/refused'),
  ]);
  const repair = repairById(id);
  if (repair !== null) return repair;
  const refused = refusedByName(id);
  if (refused !== null)
    throw new Problem('terminal.fix.refused', { values: refusedWords(words, refused.id) });
  const [near] = nearest(
    id,
    repairs.map((one) => one.id),
    1,
  );
  throw new Problem('terminal.fix.unknown', {
    values: { id },
    ...(near === undefined
      ? {}
      : { hint: { key: 'terminal.usage.did-you-mean', values: { word: near } } }),
  });
};

export const command: Command = {
  name: 'fix',
  summary: 'terminal.fix.summary',
  options: {
    'dry-run': { kind: 'flag', words: 'terminal.fix.dry-run' },
    sample: { kind: 'value', value: 'ID', words: 'terminal.guide.sample' },
    practice: { kind: 'value', value: 'ENDING', words: 'terminal.guide.practice' },
    json,
  },
  positionals: { usage: '[ID]', least: 0, most: 1 },
  notes: ['terminal.fix.notes', 'terminal.fix.exit-codes'],
  async run(call, plain) {
    const terminal = { ...plain, words: await loadRoomWords('guides', plain.words) };
    const { words, out, err, width } = terminal;
    const [id] = call.positionals;
    if (id === undefined) {
      const { repairs } = await import('../../repairs/index');
      const rows = repairs.map((one): [string, string] => [
        one.id,
        words.lookUp(`repair.${one.id}.title`) ?? '',
      ]);
      out(`${table(rows, width)}\n`);
      return exit.healthy;
    }
    const repair = await repairFrom(id, words);
    const [target, { walkGuide, opened }, report] = await Promise.all([
      import('../guide-target'),
      import('../walk-guide'),
      import('../guide-report'),
    ]);
    const ending = target.endingFrom(call);
    const device = await target.deviceFrom(call);
    const guiding = target.guidingOn(device, target.nothingRead);
    const seat = repair.seats.includes('my-device')
      ? 'my-device'
      : (repair.seats[0] ?? 'my-device');
    const begun = await guiding['fix.start'](
      repair.id,
      seat,
      target.theLook,
      call.flags.has('dry-run'),
      ending,
    );
    const asJson = call.flags.has('json');
    const tell = asJson ? err : out;
    if (call.flags.has('dry-run')) {
      const { showRepair } = await import('../show-repair');
      tell(
        `${words.lookUp(`repair.${repair.id}.title`) ?? repair.id}\n${showRepair(repair, terminal)}`,
      );
    }
    const done = await walkGuide(opened(begun), {
      terminal,
      guiding,
      tell,
      // Whoever names a repair has pressed the button; only a destructive one still asks for its word.
      byItself: ({ step, here, end }) => {
        if (end !== null || step?.kind !== 'act') return null;
        return { kind: here === null ? 'go' : 'on' };
      },
    });
    tell(report.guideEnd(done, terminal));
    if (asJson) out(report.guideJson(done));
    return report.exitOfFix(done);
  },
};
