// Records every sample device anew: what its own dsregcmd text tells stays, and a Windows PC of its kind
// is laid out around it, so that a sample has all sources. Run: node test/harness/windows/make-samples.mjs
// and then lay-out-samples.mjs, which makes those that are described and not recorded.
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadProduct, unload } from '../../../bench/load.mjs';
import { described } from './described-samples.mjs';

const folder = fileURLToPath(new URL('../../../resources/devices/', import.meta.url));
const certificates = JSON.parse(
  readFileSync(new URL('./sample-certificates.json', import.meta.url), 'utf8'),
);
const { device, found, setUp } = await loadProduct('test/harness/windows/index.ts');
if (found.missing !== null) throw new Error(`no ${found.missing} here`);

const joins = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin\\JoinInfo';
const store = 'HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\MY\\Certificates';
const accounts = 'HKCU\\Software\\Microsoft\\Windows NT\\CurrentVersion\\WorkplaceJoin\\JoinInfo';

const told = (text, label) => new RegExp(`^ *${label} : (.+?)\\r?$`, 'm').exec(text)?.[1] ?? null;

const kinds = {
  'YES NO': 'entra-laptop',
  'YES YES': 'hybrid-desktop',
  'NO YES': 'domain-desktop',
  'NO NO': 'base',
};

const levelOf = ({ system, elevated }) => (system ? 'system' : elevated ? 'admin' : 'user');

/** A cloud PC is a virtual machine with a key of its own. */
const cloudPc = {
  registry: { 'HKLM\\SOFTWARE\\Microsoft\\Windows365': {} },
  cim: { Win32_Battery: [], BatteryStatus: [] },
  services: ['CloudManagedDesktopExtension', 'RDAgentBootLoader', 'RDAgent', 'TermService'].map(
    (Name) => ({ Name, Started: true, StartMode: 'Auto', ExitCode: 0 }),
  ),
};

/** Each sample keeps the serial number it has: on a batch sheet they are different devices. */
const biosOf = (id, [bios]) => {
  const { SerialNumber } = JSON.parse(readFileSync(join(folder, id, 'cim-bios.txt'), 'utf8'))[0];
  return [{ ...bios, SerialNumber }];
};

const changesFor = (id, text, who, base) => {
  const certificate = certificates[id];
  const computer = told(text, 'Device Name').replace(/\..*$/, '');
  const workplace = told(text, 'WorkplaceThumbprint');
  const [system] = base.cim.Win32_ComputerSystem;
  const registry = { ...(id === 'cloud-desktop' ? cloudPc.registry : {}) };
  if (certificate) {
    const [old] = Object.entries(base.registry).find(([key]) => key.startsWith(`${joins}\\`));
    registry[`${joins}\\${certificate.thumbprint}`] = base.registry[old];
    registry[`${store}\\${certificate.thumbprint}`] = { Blob: { binary: certificate.record } };
    const before = old.slice(joins.length + 1);
    if (before !== certificate.thumbprint) {
      registry[old] = null;
      registry[`${store}\\${before}`] = null;
    }
  }
  if (workplace)
    registry[`${accounts}\\${workplace}`] = {
      TenantId: told(text, 'WorkplaceTenantId'),
      UserEmail: 'anna.berg@fabrikam.com',
    };
  registry['HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters'] = {
    Hostname: computer,
    'NV Hostname': computer,
  };
  const model =
    id === 'cloud-desktop'
      ? { Manufacturer: 'Microsoft Corporation', Model: 'Virtual Machine' }
      : {};
  return {
    caller: { ...base.caller, level: levelOf(who) },
    registry,
    cim: {
      ...(id === 'cloud-desktop'
        ? { ...cloudPc.cim, Win32_Service: [...base.cim.Win32_Service, ...cloudPc.services] }
        : {}),
      Win32_BIOS: biosOf(id, base.cim.Win32_BIOS),
      Win32_ComputerSystem: [{ ...system, ...model, Name: computer }],
    },
  };
};

/** The stand-in is not the device: what Wine and this machine put in is set right. */
const hostOf = (bytes, who, madeAt) =>
  Buffer.from(
    JSON.stringify({
      ...JSON.parse(bytes),
      computer: who.computer,
      user: who.user,
      domain: who.domain ?? who.computer,
      home: `C:\\Users\\${who.user}`,
      release: '10.0.26200',
      locale: 'en-US',
      timeZone: 'Europe/Berlin',
      offsetMinutes: 120,
      now: madeAt,
    }),
  );

const kept = ['capture.json', 'dsregcmd-status.txt'];

const wide = (name) => name.startsWith('events-');

/** Who and where this was run, which Windows writes into the session. */
const here = { user: userInfo().username, computer: hostname().toUpperCase() };

const setRight = (bytes, name, who) => {
  if (wide(name)) return bytes;
  const text = bytes.toString('utf8');
  if (Buffer.compare(Buffer.from(text), bytes) !== 0) return bytes;
  const home = new RegExp(`\\\\users\\\\${here.user}(?![\\w-])`, 'gi');
  const session = new RegExp(
    `^( +\\w+ +REG_SZ +(?:\\\\\\\\)?)(${here.user}|${here.computer})(\\r?)$`,
    'gm',
  );
  const names = { [here.user]: who.user, [here.computer]: who.domain ?? who.computer };
  return Buffer.from(
    text
      .replace(home, () => `\\Users\\${who.user}`)
      .replace(session, (line, before, found, end) => `${before}${names[found]}${end}`),
  );
};

for (const id of JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))) {
  if (described[id] !== undefined) continue;
  const target = join(folder, id);
  const sample = JSON.parse(readFileSync(join(target, 'capture.json'), 'utf8'));
  const path = join(target, 'dsregcmd-status.txt');
  const certificate = certificates[id];
  const text = readFileSync(path, 'utf8').replace(
    /^( *Thumbprint : ).+?(\r?)$/m,
    (line, label, end) => (certificate ? `${label}${certificate.thumbprint}${end}` : line),
  );
  const kind = kinds[`${told(text, 'AzureAdJoined')} ${told(text, 'DomainJoined')}`];
  const base = device(kind);
  const laid = device(kind, changesFor(id, text, sample.who, base));
  const pc = await setUp(laid, found.parts, Date.parse(sample.madeAt));
  try {
    const { code, stderr } = await pc.run(['record', 'C:\\capture']);
    if (code !== 0) throw new Error(stderr);
    const recorded = pc.path('C:\\capture');
    const manifest = JSON.parse(readFileSync(join(recorded, 'capture.json'), 'utf8'));
    const sources = { ...manifest.sources, 'dsregcmd-status': sample.sources['dsregcmd-status'] };
    for (const name of readdirSync(target)) if (!kept.includes(name)) rmSync(join(target, name));
    const written = new Map();
    for (const [key, source] of Object.entries(sources)) {
      if (source.outcome !== 'ok' || key === 'dsregcmd-status') continue;
      const raw = readFileSync(join(recorded, source.file));
      const bytes =
        key === 'host' ? hostOf(raw, sample.who, sample.madeAt) : setRight(raw, key, sample.who);
      const mark = bytes.toString('base64');
      // A key that does not exist says the same everywhere: one file for all of them.
      if (!written.has(mark)) {
        const file = bytes.length === 0 ? 'nothing.txt' : source.file;
        written.set(mark, file);
        writeFileSync(join(target, file), bytes);
      }
      source.file = written.get(mark);
    }
    writeFileSync(path, text);
    const capture = { ...sample, sources };
    writeFileSync(join(target, 'capture.json'), `${JSON.stringify(capture, null, 2)}\n`);
    console.log(`${id}: ${Object.keys(sources).length} sources`);
  } finally {
    pc.destroy();
  }
}
await unload();
