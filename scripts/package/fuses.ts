/** Where electron.exe keeps its fuses: a marker, a version, a count, then one letter per fuse. */
const marker = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const version = 1;

/** In the order of the wire. Electron never reorders; a new fuse is added at the end. */
const wire = [
  'RunAsNode',
  'EnableCookieEncryption',
  'EnableNodeOptionsEnvironmentVariable',
  'EnableNodeCliInspectArguments',
  'EnableEmbeddedAsarIntegrityValidation',
  'OnlyLoadAppFromAsar',
  'LoadBrowserProcessSpecificV8Snapshot',
  'GrantFileProtocolExtraPrivileges',
  'WasmTrapHandlers',
] as const;

export type Fuse = (typeof wire)[number];

export const fuses: Readonly<Record<Fuse, boolean>> = {
  // Otherwise our signed program is a Node for anyone.
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  // Without it the line above is walked around.
  OnlyLoadAppFromAsar: true,
  // It needs a file we do not ship.
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  // Off would only swap a guard page for slower checks.
  WasmTrapHandlers: true,
};

const on = '1'.charCodeAt(0);
const off = '0'.charCodeAt(0);

/** Strict on purpose: a fuse we do not know must break the build instead of keeping its default. */
const findWire = (program: Uint8Array): Uint8Array => {
  const bytes = Buffer.from(program.buffer, program.byteOffset, program.byteLength);
  const at = bytes.indexOf(marker);
  if (at < 0) throw new Error('The runtime has no fuses.');
  if (bytes.indexOf(marker, at + 1) >= 0) throw new Error('The runtime has two sets of fuses.');
  const start = at + marker.length;
  if (bytes[start] !== version) throw new Error('The runtime has fuses of another version.');
  const count = bytes[start + 1] ?? 0;
  if (count !== wire.length)
    throw new Error(`The runtime has ${String(count)} fuses; we decide ${String(wire.length)}.`);
  return bytes.subarray(start + 2, start + 2 + count);
};

export const setFuses = (program: Uint8Array): void => {
  const states = findWire(program);
  wire.forEach((fuse, index) => {
    if (states[index] !== on && states[index] !== off)
      throw new Error(`The fuse ${fuse} is no longer there.`);
    states[index] = fuses[fuse] ? on : off;
  });
};

export const readFuses = (program: Uint8Array): Record<string, boolean> => {
  const states = findWire(program);
  return Object.fromEntries(wire.map((fuse, index) => [fuse, states[index] === on]));
};

/** As Electron ships: everything at its default, for the stand-in runtime. */
export const unsetWire = (): Buffer =>
  Buffer.concat([
    Buffer.from(marker),
    Buffer.from([version, wire.length]),
    Buffer.from('101100011'),
  ]);
