import { describe, expect, it } from 'vitest';
import { createLineReader, hostArguments, type HostLine } from '../../../main/os/powershell/script';

const script = hostArguments.at(-1) ?? '';

describe('the script', () => {
  it('is one line without anything a command line would change', () => {
    expect(script).not.toMatch(/["\r\n`#]/);
    expect(script.length).toBeLessThan(8_000);
    expect(hostArguments.slice(0, -1)).toEqual([
      '-NoLogo',
      '-NoProfile',
      '-NonInteractive',
      '-Command',
    ]);
  });

  it('closes every bracket and string it opens', () => {
    const code = script.replace(/'[^']*'/g, '');
    expect(code).not.toContain("'");
    const stack: string[] = [];
    const pairs: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
    for (const char of code) {
      if ('([{'.includes(char)) stack.push(char);
      const opened = pairs[char];
      if (opened !== undefined) expect(stack.pop()).toBe(opened);
    }
    expect(stack).toEqual([]);
  });

  it('ends every statement, because it is one line', () => {
    const code = script.replace(/'[^']*'/g, "''");
    const follows = [...code.matchAll(/\} (\S+)/g)].map(([, word]) => word);
    const allowed = new Set(['catch', 'else', 'elseif', '}', '};', '});']);
    expect(follows.filter((word) => !allowed.has(word ?? ''))).toEqual([]);
  });

  it('uses types beyond the core ones only where full language was seen', () => {
    const types = new Set(
      [...script.matchAll(/\[([A-Z][A-Za-z0-9.]+)\]/g)].map(([, name]) => name),
    );
    expect([...types].sort()).toEqual([
      'Microsoft.Win32.RegistryKey',
      'System.BitConverter',
      'System.Security.Principal.WindowsBuiltInRole',
      'System.Security.Principal.WindowsIdentity',
      'System.Security.Principal.WindowsPrincipal',
      'System.Security.SecurityException',
    ]);
    const cim = script.slice(
      script.indexOf('function Read-Cim'),
      script.indexOf('function Read-Key'),
    );
    expect(cim).not.toMatch(/::|New-Object|\[[A-Z]/);
    expect(script).toContain(
      "if (-not $full -and $question.kind -ne 'cim') { $answer = 'error:unsupported' };",
    );
  });

  it('neither runs text nor writes anything', () => {
    expect(script).not.toMatch(
      /Invoke-|Add-Type|\biex\b|Start-|Set-|New-Item|Remove-|SetValue|CreateSubKey|DeleteSubKey|&/i,
    );
  });
});

describe('reading answers', () => {
  const read = (pieces: string[]) => {
    const lines: HostLine[] = [];
    const take = createLineReader((line) => lines.push(line));
    for (const piece of pieces) take(Buffer.from(piece));
    return lines;
  };
  const whole = 'fieldkit:mode:ConstrainedLanguage:end\r\nfieldkit:12:ok:[{"A":"b:end"}]:end\r\n';
  const lines = [
    { kind: 'mode', mode: 'ConstrainedLanguage' },
    { kind: 'ok', nr: 12, text: '[{"A":"b:end"}]' },
  ];

  it('works for output in any pieces', () => {
    expect(read([whole])).toEqual(lines);
    expect(read([...whole])).toEqual(lines);
  });

  it('joins an answer that the console wrapped', () => {
    const wrapped = whole.replace('[{"A"', '[{"\r\nA"');
    expect(read([wrapped])).toEqual(lines);
  });

  it('passes over what others print', () => {
    expect(read([`\r\nWARNING: profile\r\n${whole}noise\r\n`])).toEqual(lines);
  });
});
