import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../../main/os/decode';
import { parseRegistration } from '../../../../main/probes/join/dsregcmd/parse';
import { captureText, diagnoseTextOrNull, factsOf, statusNames } from './corpus';

type Damage = (text: string) => string;

const eachLine =
  (change: (line: string, index: number) => string): Damage =>
  (text) =>
    text.split('\n').map(change).join('\n');

/** Captures that already carry one damage are not wrapped in a second of the same kind. */
const ownLineNumbers = /paste-line-numbers/;

const damages: Record<string, Damage> = {
  'CRLF line ends': (text) => text.replace(/\n/g, '\r\n'),
  'old Mac line ends': (text) => text.replace(/\n/g, '\r'),
  'a blank line after every row': (text) => text.replace(/\n/g, '\n\n'),
  'line numbers with dots': eachLine((line, index) => `${String(index + 1).padStart(3)}. ${line}`),
  'line numbers with bars': eachLine((line, index) => `${index + 1} | ${line}`),
  'quote marks': eachLine((line) => `> ${line}`),
  'a log stamp': eachLine((line) => `[3/19/2026 6:13:49 PM] ${line}`),
  'an ISO stamp and level': eachLine((line) => `2026-03-19T18:13:49.123Z INFO ${line}`),
  'a file and line prefix': eachLine((line, index) => `C:\\temp\\log.txt:${index + 1}: ${line}`),
  indentation: eachLine((line) => `        ${line}`),
  'tabs for blanks': eachLine((line) => line.replace(/ {2,}/g, '\t')),
  'no-break spaces': (text) => text.replace(/ :/g, '\u00a0:').replace(/: /g, ':\u00a0'),
  'lost alignment': eachLine((line) => line.trim()),
  'blanks before the colon': eachLine((line) =>
    line.replace(/^(\s*)(\S[^:|]*?) : /, '$1$2          : '),
  ),
  'padded line ends': eachLine((line) => line.padEnd(118)),
  'line break tags': (text) => text.replace(/\n/g, '<br/>'),
  'bold marks': eachLine((line) => line.replace(/^(\s*)(\S.* : .*\S)\s*$/, '$1**$2**')),
  'table cells': eachLine((line) => line.replace(/^\s*(\S[^:|]*?) : (.*?)\s*$/, '| $1 | $2 |')),
  'quoted table cells': eachLine((line) =>
    line.replace(/^\s*(\S[^:|]*?) : (.*?)\s*$/, '> | $1 | $2 |'),
  ),
  'HTML entities': (text) => text.replace(/ /g, '&nbsp;'),
  'a code block': (text) => `\`\`\`\n${text}\n\`\`\``,
  'wide colons': (text) => text.replace(/ : /g, ' ： '),
  'console colours': eachLine((line) => `\u001b[32m${line}\u001b[0m`),
  'a prompt before': (text) =>
    `Microsoft Windows [Version 10.0.26200.1]\n\nC:\\Users\\anna>dsregcmd /status\n${text}`,
  'a greeting before and after': (text) => `Hi, here is what I see:\n\n${text}\n\nThanks, Anna`,
  'a stamp with its time zone': eachLine((line) => `2026-03-19T18:13:49+01:00 ${line}`),
  'a stamp of a logger': eachLine((line) => `2026-03-19 18:13:49.123 +01:00 [INF] ${line}`),
  'the name of the computer': eachLine((line) => `LT-0042: ${line}`),
  'lines as strings of a list': eachLine((line) => `${JSON.stringify(line)},`),
  'paragraphs of a mail': eachLine(
    (line) =>
      `<p class="MsoNormal"><span style="font-family:Consolas">${line.replace(/ /g, '&nbsp;')}<o:p></o:p></span></p>`,
  ),
  'drawn boxes': (text) => text.replace(/\|/g, '│').replace(/\+-{8,}\+/g, `┌${'─'.repeat(70)}┐`),
  'zero-width marks': eachLine((line) => line.replace(/ : /, ' :\u200b ')),
};

const names = statusNames;

describe('paste damage changes no fact', () => {
  it.each(Object.entries(damages))('%s', (kind, damage) => {
    const changed = names.flatMap((name) => {
      if (/^line numbers|cells/.test(kind) && ownLineNumbers.test(name)) return [];
      const text = captureText(name);
      const before = diagnoseTextOrNull(text);
      const after = diagnoseTextOrNull(damage(text));
      if (!before || !after) return [`${name}: not understood`];
      const kept = { ...factsOf(before), codes: before.codes.map(({ code }) => code) };
      const now = { ...factsOf(after), codes: after.codes.map(({ code }) => code) };
      return JSON.stringify(kept) === JSON.stringify(now)
        ? []
        : [`${name}\n${JSON.stringify(kept)}\n${JSON.stringify(now)}`];
    });
    expect(changed).toEqual([]);
  });

  it.each([80, 100, 120])('a console %i columns wide breaks long values', (columns) => {
    const wrap = (text: string) =>
      text
        .split('\n')
        .flatMap((line) => line.match(new RegExp(`.{1,${columns}}`, 'g')) ?? [''])
        .join('\n');
    // The capture that is one single line is not what a console prints.
    for (const name of names.filter((candidate) => !candidate.includes('br-separated'))) {
      const before = diagnoseTextOrNull(captureText(name));
      const after = diagnoseTextOrNull(wrap(captureText(name)));
      if (!before || !after) throw new Error(name);
      expect({ name, ...factsOf(after) }).toEqual({ name, ...factsOf(before) });
      expect(after.codes.map(({ code }) => code)).toEqual(before.codes.map(({ code }) => code));
    }
  });

  it('all line ends lost', () => {
    const text = captureText('hybrid-joined-prt-yes-win11-25h2.txt');
    const before = diagnoseTextOrNull(text);
    const after = diagnoseTextOrNull(text.replace(/\s+/g, ' '));
    if (!before || !after) throw new Error('not understood');
    expect(factsOf(after)).toEqual(factsOf(before));
  });

  it.each(['cp850', 'cp437', 'cp1252', 'utf16le', 'utf16be'])('bytes in %s', async (encoding) => {
    const { encode } = (await import('iconv-lite')).default;
    for (const name of names) {
      const text = captureText(name);
      const before = diagnoseTextOrNull(text);
      const after = diagnoseTextOrNull(decode(encode(text, encoding, { addBOM: false })).text);
      if (!before || !after) throw new Error(name);
      expect({ name, ...factsOf(after) }).toEqual({ name, ...factsOf(before) });
    }
  });
});

describe('hand-typed and filtered rows', () => {
  it.each([
    ['AzureAdJoined: yes\nDomainJoined: no', 'entra-joined'],
    ['azureadjoined : YES\r\ndomainjoined : YES', 'hybrid-joined'],
    ['"AzureAdJoined": "NO",\n"DomainJoined": "YES",', 'domain-joined'],
    [
      '<tr><td>AzureAdJoined</td><td>YES</td></tr>\n<tr><td>DomainJoined</td><td>NO</td></tr>',
      'entra-joined',
    ],
    ['AzureAdJoined = NO\nDomainJoined = YES', 'domain-joined'],
    ['10:32 anna: AzureAdJoined : YES', 'unknown'],
    ['AzureAdJoined : YE', 'unknown'],
    ['AzureAdJoined : ERROR\nDomainJoined : YES', 'unknown'],
  ])('%j is %s', (text, type) => {
    expect(diagnoseTextOrNull(text)?.join.type).toBe(type);
  });

  it('two different values for one row are no value', () => {
    const text = 'AzureAdJoined : YES\nDomainJoined : NO\nAzureAdJoined : NO\n';
    expect(diagnoseTextOrNull(text)?.join.type).toBe('unknown');
  });

  it('keeps new rows and new titles', () => {
    const text = captureText('hybrid-joined-prt-yes-win11-25h2.txt');
    const newer = text
      .replace(
        'DeviceAuthStatus : SUCCESS',
        'DeviceAuthStatus : SUCCESS\n          PasskeyAttested : YES',
      )
      .replace(
        '| Ngc Prereq',
        '| Quantum State                                                        |\n+---------------------------------------+\n\n   TpmProtected : YES\n   AzureAdPrt : NO\n\n+---------------------------------------+\n| Ngc Prereq',
      );
    const diagnosis = diagnoseTextOrNull(newer);
    expect(diagnosis?.unrecognised).toEqual([
      'PasskeyAttested : YES',
      'Quantum State',
      'TpmProtected : YES',
      'AzureAdPrt : NO',
    ]);
    expect(diagnosis?.tpmProtected).toBe(false);
    expect(diagnosis?.prt.state).toBe('yes');
  });

  it('reads the first of two outputs and says that there is another', () => {
    const text = `${captureText('hybrid-joined-prt-yes-win11-25h2.txt')}\n${captureText('not-joined-screen-padded.txt')}`;
    const diagnosis = diagnoseTextOrNull(text);
    expect(diagnosis?.join.type).toBe('hybrid-joined');
    expect(diagnosis?.findings.map(({ id }) => id)).toContain('several-outputs');
  });
});

describe('anything at all', () => {
  it.each([
    ['', 'nothing'],
    ['Windows IP Configuration\n\n   Host Name . . . . . : PC1\n', 'ipconfig'],
    ['The quick brown fox: jumps', 'prose'],
    ['    Target: LegacyGeneric:target=x\n    Type: Generic\n    User: jane\n', 'cmdkey'],
    ['{"type": "module",\n"Provider": "x"}', 'package.json'],
  ])('is not this tool: %j', (text) => {
    expect(parseRegistration(text)).toMatchObject({ kind: 'failed', reason: 'not-understood' });
  });

  it('never crashes, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), (bytes) => {
        const { kind } = parseRegistration(decode(bytes).text);
        expect(['ok', 'failed']).toContain(kind);
      }),
    );
  });

  it('never crashes on mutated captures', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(fc.tuple(fc.nat(6_000), fc.string({ maxLength: 8 })), { maxLength: 12 }),
        (name, edits) => {
          let text = captureText(name);
          for (const [at, put] of edits)
            text = text.slice(0, at) + put + text.slice(at + put.length);
          expect(['ok', 'failed']).toContain(parseRegistration(text).kind);
        },
      ),
    );
  });
});
