// Lays out the samples that are described and not recorded, and adds to every recorded one what is read
// only before a reset. No Windows is started. Run: node test/harness/windows/lay-out-samples.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadProduct, unload } from '../../../bench/load.mjs';
import { described } from './described-samples.mjs';

const folder = fileURLToPath(new URL('../../../resources/devices/', import.meta.url));

/** What only a reset needs to know. */
const beforeReset = ['folder-sizes', 'known-networks', 'local-accounts'];

const { captureFor, now } = await loadProduct('test/corpus/case.ts');
const { captureOf } = await loadProduct('test/harness/windows/capture-of.ts');
const { device } = await loadProduct('test/harness/windows/description.ts');
const { writeCapture } = await loadProduct('main/os/capture/write.ts');

const readJson = (...path) => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));

/** The name of the PC stands in many places, and always as plain letters. */
const renamed = (bytes, from, to) =>
  Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1');

/** A key that does not exist says the same everywhere: one file for all of them. */
const shared = ({ manifest, files }) => {
  const names = new Map();
  const kept = new Map();
  for (const source of Object.values(manifest.sources)) {
    if (source.outcome !== 'ok') continue;
    const bytes = Buffer.from(files.get(source.file));
    const mark = bytes.toString('base64');
    if (!names.has(mark)) names.set(mark, bytes.length === 0 ? 'nothing.txt' : source.file);
    source.file = names.get(mark);
    kept.set(source.file, bytes);
  }
  return { manifest, files: kept };
};

const layOut = async (id, [from, computer]) => {
  const { manifest, files } = captureFor(from, beforeReset);
  const host = JSON.parse(Buffer.from(files.get('host.txt')).toString());
  const { user, domain, sid, elevated, system } = host;
  const who = { user, domain, computer, sid, elevated, system };
  const named = new Map(
    [...files].map(([name, bytes]) => [name, renamed(bytes, host.computer, computer)]),
  );
  const capture = shared({ manifest: { ...manifest, who }, files: named });
  const written = await writeCapture(capture, join(folder, id), { force: true });
  if (!written.ok) throw new Error(`${id}: ${JSON.stringify(written)}`);
};

const kindOf = (registered, joined) => {
  if (registered) return joined ? 'hybrid-desktop' : 'entra-laptop';
  return joined ? 'domain-desktop' : 'base';
};

/** Its recording stays as it is; the sources that nobody asked for then are added. */
const addMore = (id) => {
  const sample = readJson(id, 'capture.json');
  const text = readFileSync(join(folder, id, 'dsregcmd-status.txt'), 'utf8');
  const says = (label) => new RegExp(`^ *${label} : YES`, 'm').test(text);
  const kind = kindOf(says('AzureAdJoined'), says('DomainJoined'));
  const person = { user: sample.who.user, domain: sample.who.domain ?? sample.who.computer };
  const told = device(kind);
  const { manifest, files } = captureOf(told, person, now, beforeReset);
  for (const [key, source] of Object.entries(manifest.sources)) {
    const known = sample.sources[key];
    if (known !== undefined && known.outcome === 'ok') continue;
    if (!/^(?:sizes-|cim-local-accounts|registry-network-list|registry-laps-)/.test(key)) continue;
    sample.sources[key] = source;
    if (source.outcome === 'ok')
      writeFileSync(join(folder, id, source.file), files.get(source.file));
  }
  writeFileSync(join(folder, id, 'capture.json'), `${JSON.stringify(sample, null, 2)}\n`);
};

for (const id of readJson('index.json'))
  if (described[id] === undefined) addMore(id);
  else await layOut(id, described[id]);
await unload();
