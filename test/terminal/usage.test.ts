import { describe, expect, it } from 'vitest';
import { commandNames } from '../../main/terminal/commands';
import { say } from './fake';

describe('wrong use', () => {
  it.each([
    ['a command that does not exist', ['chekc'], ['chekc', 'check']],
    ['an option that does not exist', ['check', '--jsn'], ['--jsn', '--json']],
    ['an option before the command', ['--capture', 'x'], ['--capture']],
    ['an option like --lang before the command', ['--language', 'x'], ['--language']],
    ['a short option nobody knows', ['check', '-x'], ['-x']],
    ['an option without its value', ['check', '--capture'], ['--capture']],
    ['an option whose value is the next option', ['check', '--capture', '--json'], ['--capture']],
    ['an empty value', ['check', '--capture='], ['--capture']],
    ['a flag with a value', ['check', '--json=yes'], ['--json']],
    ['two targets', ['check', '--capture', 'a', '--sample', 'b'], ['--capture', '--sample']],
    ['a word too many', ['check', 'this'], ['this']],
    ['a file too many', ['read', 'a', 'b'], ['b']],
    ['a missing file name', ['read'], ['FILE']],
    ['a missing target', ['record'], ['OUT']],
    ['a missing code', ['explain'], ['CODE']],
    ['an empty code', ['explain', ' '], ['0x801c03f2']],
    ['a budget that is no number', ['check', '--budget', 'soon'], ['soon']],
    ['a budget of nothing', ['check', '--budget', '0'], ['0']],
    ['a negative budget', ['check', '--budget', '-5'], ['-5']],
    ['a probe nobody has', ['check', '--only', 'device-registratio'], ['device-registration']],
    ['a sample nobody has', ['check', '--sample', 'no-such'], ['no-such']],
    ['a port that is none', ['serve', '--port', '70000'], ['65535']],
    ['a port that is a word', ['serve', '--port', 'http'], ['65535']],
    ['a schema that does not exist', ['schema', 'chek'], ['chek', 'check']],
    ['help for a command that does not exist', ['help', 'raed'], ['raed', 'read']],
    ['a language without words', ['--lang', 'xx', 'help'], ['xx', 'en, de']],
    ['an inherited name as a command', ['constructor'], ['constructor']],
    ['an inherited name as an option', ['check', '--constructor'], ['--constructor']],
    ['an inherited name as a schema', ['schema', 'toString'], ['toString']],
  ])('%s ends with 64 and a message that names it', async (_what, args, named) => {
    const { code, out, err } = await say(args);
    expect(code).toBe(64);
    expect(out).toBe('');
    for (const word of named) expect(err).toContain(word);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('shows the help on the error stream when nothing was asked', async () => {
    const { code, out, err } = await say([]);
    expect(code).toBe(64);
    expect(out).toBe('');
    expect(err).toContain('fieldkit COMMAND');
  });
});

describe('help', () => {
  it.each(commandNames)('%s shows its usage three ways', async (name) => {
    const [one, two, three] = await Promise.all([
      say(['help', name]),
      say([name, '--help']),
      say([name, '-h', '--lang', 'en']),
    ]);
    expect(one.code).toBe(0);
    expect(one.out).toContain(`fieldkit ${name}`);
    expect(two).toEqual(one);
    expect(three).toEqual(one);
  });

  it('names every command and every exit code', async () => {
    const { code, out } = await say(['--help']);
    expect(code).toBe(0);
    for (const name of commandNames) expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    for (const number of ['0', '1', '2', '3', '64', '70'])
      expect(out).toMatch(new RegExp(`^ {2}${number} `, 'm'));
  });

  it('has all its words in both languages', async () => {
    for (const name of commandNames)
      for (const lang of ['en', 'de']) {
        const { out } = await say(['help', name, '--lang', lang]);
        expect(out).not.toContain('terminal.');
      }
  });

  it('prints the version alone', async () => {
    const { code, out, err } = await say(['--version']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('language', () => {
  it.each([
    ['the option', ['help', '--lang', 'de'], {}, 'en-GB', 'Befehle'],
    ['the option before the command', ['--lang=de', 'help'], {}, 'en-GB', 'Befehle'],
    ['the variable', ['help'], { LC_ALL: 'de_DE.UTF-8' }, 'en-GB', 'Befehle'],
    ['the system', ['help'], {}, 'de-AT', 'Befehle'],
    ['the option over the variable', ['help', '--lang', 'en'], { LANG: 'de_DE' }, 'de', 'Commands'],
    ['English where we have no words', ['help'], { LANG: 'is_IS.UTF-8' }, 'is', 'Commands'],
    ['a plain POSIX system', ['help'], { LC_ALL: 'C' }, 'de', 'Commands'],
  ])('comes from %s', async (_from, args, env, locale, word) => {
    expect((await say(args, { env, locale })).out).toContain(word);
  });

  it('speaks it in complaints too', async () => {
    expect((await say(['chekc', '--lang', 'de'])).err).toContain('gibt keinen Befehl');
  });
});

it('says in one line that a fault is ours, and shows the stack only when asked', async () => {
  const terminal = {
    out: () => {
      throw new Error('wires crossed\nsecond line');
    },
  };
  const quiet = await say(['explain', '0x801c001d'], { terminal });
  expect(quiet.code).toBe(70);
  expect(quiet.err).toContain('wires crossed');
  expect(quiet.err).toContain('FIELDKIT_DEBUG=1');
  expect(quiet.err).not.toMatch(/\n\s+at |second line/);
  const loud = await say(['explain', '0x801c001d'], { terminal, env: { FIELDKIT_DEBUG: '1' } });
  expect(loud.code).toBe(70);
  expect(loud.err).toMatch(/\n\s+at /);
});
