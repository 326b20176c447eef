import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { unsetWire } from './fuses';

const english = { lang: 1033, codepage: 1200 };

/** A Windows program that runs nothing but can be edited like electron.exe: version, icon, fuses. */
export const standInProgram = (): Buffer => {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues(english, { ProductName: 'Electron', FileDescription: 'Electron' });
  version.lang = english.lang;
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.concat([Buffer.from(program.generate()), unsetWire()]);
};

const runtimeFiles = [
  'chrome_100_percent.pak',
  'chrome_200_percent.pak',
  'd3dcompiler_47.dll',
  'dxcompiler.dll',
  'dxil.dll',
  'ffmpeg.dll',
  'icudtl.dat',
  'libEGL.dll',
  'libGLESv2.dll',
  'LICENSE',
  'LICENSES.chromium.html',
  'resources.pak',
  'snapshot_blob.bin',
  'v8_context_snapshot.bin',
  'vk_swiftshader.dll',
  'vk_swiftshader_icd.json',
  'vulkan-1.dll',
  'locales/ar.pak',
  'locales/de.pak',
  'locales/en-GB.pak',
  'locales/en-US.pak',
  'locales/fr.pak',
  'locales/sv.pak',
];

/** A folder with the names of Electron's runtime for Windows and nothing of its weight. */
export const makeRuntime = (folder: string): void => {
  for (const name of runtimeFiles) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'stand-in\n');
  }
  mkdirSync(join(folder, 'resources'), { recursive: true });
  writeFileSync(join(folder, 'electron.exe'), standInProgram());
};

export const makeNodes = (folder: string): void => {
  for (const architecture of ['x64', 'arm64']) {
    mkdirSync(join(folder, architecture), { recursive: true });
    writeFileSync(join(folder, architecture, 'node.exe'), standInProgram());
  }
};
