import { expect, it } from 'vitest';
import type { Machine } from '../../main/os/machine';
import { openerFor } from '../../main/os/open-address';

const machine = (platform: NodeJS.Platform, env: Record<string, string>): Machine =>
  ({ platform, env }) as Machine;
const address = 'https://login.microsoftonline.com/t/oauth2/v2.0/authorize?a=1&b=%20';

it('names the system’s own opener, with the address as one argument', () => {
  const windows = openerFor(machine('win32', { SystemRoot: 'C:\\Windows' }), address);
  expect(windows?.file).toMatch(/\\system32\\rundll32\.exe$/i);
  expect(windows?.args).toEqual(['url.dll,FileProtocolHandler', address]);
  expect(openerFor(machine('darwin', {}), address)).toEqual({
    file: '/usr/bin/open',
    args: [address],
  });
  expect(openerFor(machine('linux', { DISPLAY: ':0' }), address)?.args).toEqual([address]);
});

it('opens nothing where nobody would see it, and nothing but https', () => {
  expect(openerFor(machine('linux', {}), address)).toBeNull();
  for (const other of ['http://a.example', 'file:///etc/passwd', 'calc.exe', '-a'])
    expect(openerFor(machine('darwin', {}), other)).toBeNull();
});
