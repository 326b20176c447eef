import { answer } from '../answer';
import { json, type Call, type Command } from '../command';
import { exit, exitOf, type ExitCode } from '../exit';
import { organisationFor, organisationOption } from '../organisation';
import { Problem } from '../problem';
import { targetFrom } from '../target-option';
import type { Terminal } from '../terminal';
import { wrap } from '../wrap';
import { spokenWords } from '../../../strings/spoken-words';

const budgetMs = 60_000;
const verbs = ['encode', 'decode'] as const;

const encode = async (call: Call, terminal: Terminal): Promise<ExitCode> => {
  const [{ look }, { openTarget }, { supportCodeOf }, { spell }] = await Promise.all([
    import('../../engine'),
    import('../target'),
    import('../../reports/report'),
    import('../../core/support-code/alphabet'),
  ]);
  const target = targetFrom(call);
  const opened = await openTarget(target);
  if (!opened.ok) throw opened.problem;
  const organisation = await organisationFor(call, terminal, target.kind);
  const seen = await look(opened.os, { budgetMs, signal: terminal.signal, organisation });
  const code = supportCodeOf(seen, terminal.now());
  const spelled = [...code].map((sign) => (sign === '-' ? '–' : spell(sign))).join(' ');
  terminal.out(
    call.flags.has('json')
      ? `${JSON.stringify({ schema: 1, code, spelled, state: seen.diagnosis.state }, null, 2)}\n`
      : `${terminal.paint('bold', code)}\n${terminal.words.say('terminal.code.spelled', { spelled })}\n`,
  );
  return exitOf[seen.diagnosis.state];
};

/** Words of a code may come as several arguments: that is how people paste groups. */
const decode = async (words: readonly string[], call: Call, terminal: Terminal) => {
  const { readCode } = await import('../../spoken');
  const text = words.join(' ');
  const read = await readCode(text);
  if (!read.ok) {
    const [sign = '', instead = ''] = (read.detail ?? '').split(' ');
    throw new Problem('terminal.code.refused', {
      values: {
        why:
          terminal.words.lookUp(`refusal.${read.code}`) ??
          terminal.words.say('refusal.code-length'),
      },
      exitCode: exit.undetermined,
      why: read.code,
      ...(sign === ''
        ? {}
        : {
            hint: {
              key: instead === '' ? 'terminal.code.no-such-sign' : 'terminal.code.meant',
              values: { sign, instead },
            },
          }),
    });
  }
  const { diagnosis, spoken } = read.value;
  const asJson = call.flags.has('json');
  if (!asJson) terminal.out(`${wrap(spokenWords(spoken, terminal.words), terminal.width)}\n\n`);
  return answer(diagnosis, asJson, terminal);
};

export const command: Command = {
  name: 'code',
  summary: 'terminal.code.summary',
  options: {
    capture: { kind: 'value', value: 'PATH', words: 'terminal.check.capture' },
    sample: { kind: 'value', value: 'ID', words: 'terminal.check.sample' },
    organisation: organisationOption,
    json,
  },
  positionals: { usage: 'encode|decode [CODE…]', least: 1, most: 12 },
  notes: ['terminal.code.notes', 'terminal.check.exit-codes'],
  async run(call, terminal) {
    const [verb = '', ...words] = call.positionals;
    if (verb === 'decode' && words.length > 0) return decode(words, call, terminal);
    if (verb === 'encode' && words.length === 0) return encode(call, terminal);
    const known = verbs.some((one) => one === verb);
    throw new Problem(known ? 'terminal.code.wrong-use' : 'terminal.code.unknown-verb', {
      values: { verb },
      hint: { key: 'terminal.usage.see-help', values: { command: 'code' } },
    });
  },
};
