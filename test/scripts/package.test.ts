import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as asar from '@electron/asar';
import { NtExecutable } from 'resedit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configure } from '../../electron-builder.config';
import { afterPack } from '../../scripts/package/after-pack';
import { checkPackage } from '../../scripts/package/check';
import {
  archiveRules,
  complaints,
  manifestComplaints,
  scriptComplaints,
  terminalRules,
  topRules,
} from '../../scripts/package/content';
import { fuses, readFuses, setFuses } from '../../scripts/package/fuses';
import { describeRelease, readRelease, updateFile } from '../../scripts/package/release';
import { makeNodes, makeRuntime, standInProgram } from '../../scripts/package/stand-in';

describe('fuses', () => {
  it('are decided exactly like this', () => {
    expect(fuses).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      WasmTrapHandlers: true,
    });
  });

  it('are written into the program, which stays a program', () => {
    const program = standInProgram();
    expect(readFuses(program)).not.toEqual(fuses);
    setFuses(program);
    expect(readFuses(program)).toEqual(fuses);
    expect(program.indexOf('000011001')).toBe(-1);
    expect(program.indexOf('010011001')).toBeGreaterThan(0);
    expect(() => NtExecutable.from(program)).not.toThrow();
  });

  const changed = (change: (program: Buffer, at: number) => Buffer): Buffer => {
    const program = standInProgram();
    return change(program, program.indexOf('dL7pKG') + 32);
  };
  it.each([
    ['no fuses', () => Buffer.from('MZ')],
    ['two sets', (program: Buffer) => Buffer.concat([program, program])],
    ['another version', (program: Buffer, at: number) => (program.writeUInt8(2, at), program)],
    ['one more fuse', (program: Buffer, at: number) => (program.writeUInt8(10, at + 1), program)],
    ['one fewer', (program: Buffer, at: number) => (program.writeUInt8(8, at + 1), program)],
    ['a removed fuse', (program: Buffer, at: number) => (program.write('r', at + 2), program)],
  ])('break the build on a runtime with %s', (_what, change) => {
    const program = changed(change);
    expect(() => {
      setFuses(program);
    }).toThrow(/runtime has|no longer/);
  });
});

describe('release', () => {
  it('is unsigned and without a feed when nothing is set, and says so', () => {
    const release = readRelease({ FIELDKIT_PUBLISHER: '  ' });
    expect(release).toEqual({ publisher: null, feed: null, signed: false });
    expect(describeRelease(release).join()).toMatch(/NOT SIGNED.*no update feed/);
    expect(updateFile(release)).toBeNull();
  });

  const full = {
    WIN_CSC_LINK: 'cert.pfx',
    FIELDKIT_PUBLISHER: 'Example "GmbH"',
    FIELDKIT_UPDATE_URL: 'https://updates.example/fieldkit',
  };

  it('names the publisher in the file of the updater', () => {
    expect(updateFile(readRelease(full))?.split('\n')).toEqual([
      'provider: generic',
      'url: "https://updates.example/fieldkit"',
      'updaterCacheDirName: fieldkit-updater',
      'publisherName:',
      '  - "Example \\"GmbH\\""',
      '',
    ]);
  });

  it.each([
    [{ ...full, FIELDKIT_PUBLISHER: '' }],
    [{ ...full, FIELDKIT_UPDATE_URL: 'http://updates.example/' }],
    [{ ...full, FIELDKIT_UPDATE_URL: 'https://user@updates.example/' }],
    [{ ...full, FIELDKIT_UPDATE_URL: 'https://updates.example/?x' }],
    [{ ...full, FIELDKIT_UPDATE_URL: 'updates' }],
  ])('is refused: %j', (environment) => {
    expect(() => readRelease(environment)).toThrow(/FIELDKIT_/);
  });

  it('is installed per machine, unelevated, and never started by the installer', () => {
    const config = configure(readRelease(full));
    expect(config.nsis).toMatchObject({
      perMachine: true,
      allowElevation: true,
      runAfterFinish: false,
    });
    expect(config.win).toMatchObject({
      requestedExecutionLevel: 'asInvoker',
      signExecutable: true,
      signtoolOptions: { publisherName: ['Example "GmbH"'] },
    });
    expect(config.win).not.toHaveProperty('verifyUpdateCodeSignature');
    expect(configure(readRelease({})).win).toMatchObject({ signExecutable: false });
    expect(config.asar).toBe(true);
  });
});

describe('contents', () => {
  const file = (path: string, size = 1) => ({ path, size });

  it.each([
    'main/desktop.ts',
    'out/main/desktop.js.map',
    'out/main/chunks/a.js.map',
    'out/renderer/assets/a.js.map',
    'node_modules/zod/package.json',
    'test/captures/dsregcmd/a.txt',
    'resources/captures/a.txt',
    'strings/en/page.json',
    'out/main/cli.js',
    '.env',
    'README.md',
  ])('of the archive do not include %s', (path) => {
    expect(complaints([file(path)], archiveRules)).toContain(
      `app.asar: ${path} does not belong there`,
    );
  });

  it.each(['default_app.asar', 'resources/app/package.json', 'debug.log', 'locales/sv.pak'])(
    'of the package do not include %s',
    (path) => {
      expect(complaints([file(path)], topRules)).toContain(
        `package: ${path} does not belong there`,
      );
    },
  );

  it('are missed when they are missing', () => {
    expect(complaints([], terminalRules)).toContain('cli: node.exe is missing');
    expect(complaints([], archiveRules)).toContain('app.asar: out/main/desktop.js is missing');
  });

  it('have a limit of size', () => {
    const heavy = file('out/main/desktop.js', archiveRules.mostBytes + 1);
    expect(complaints([heavy], archiveRules).at(-1)).toMatch(/too many/);
  });

  it('say what runs and not how it was built', () => {
    expect(manifestComplaints('{"name":"x","devDependencies":{},"scripts":{}}')).toEqual([
      'package.json: devDependencies does not belong there',
      'package.json: scripts does not belong there',
    ]);
    expect(manifestComplaints('{"name":"x","main":"y"}')).toEqual([]);
  });

  it('point to no map and name no folder of the build machine', () => {
    expect(scriptComplaints('a.js', '1;\n//# sourceMappingURL=a.js.map', '/build/x')).toHaveLength(
      1,
    );
    expect(scriptComplaints('a.js', 'at("/build/x/main")', '/build/x')).toHaveLength(1);
    expect(scriptComplaints('a.js', 'run()', '/build/x')).toEqual([]);
  });
});

describe('a finished package', () => {
  let base = '';
  let project = '';
  let packed = '';
  const write = (path: string, text = 'run()\n') => {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  };

  beforeEach(async () => {
    base = mkdtempSync(join(tmpdir(), 'fieldkit-packed-'));
    project = join(base, 'project');
    packed = join(base, 'packed');
    for (const name of [
      'out/main/desktop.js',
      'out/preload/index.cjs',
      'out/renderer/index.html',
      'out/renderer/assets/index-1.js',
    ])
      write(join(base, 'archive', name));
    write(join(base, 'archive', 'package.json'), '{"name":"fieldkit"}');
    for (const name of [
      'out/main/cli.js',
      'out/main/browser.js',
      'out/main/chunks/a.js',
      'out/renderer/index.html',
      'out/renderer/door.js',
      'out/renderer/assets/index-1.js',
      'out/renderer/licences.md',
      'out/main/licences.md',
      'LICENSE',
      'resources/devices/index.json',
      'resources/devices/states.json',
      'resources/devices/a/capture.json',
    ])
      write(join(project, name));
    makeRuntime(packed);
    write(join(packed, 'resources', 'devices', 'index.json'), '[]');
    write(join(packed, 'resources', 'devices', 'states.json'), '{}');
    for (const name of ['LICENSE', 'electron.exe', 'locales/sv.pak']) rmSync(join(packed, name));
    writeFileSync(join(packed, 'Fieldkit.exe'), standInProgram());
    await asar.createPackage(join(base, 'archive'), join(packed, 'resources', 'app.asar'));
    makeNodes(join(base, 'nodes'));
    process.env['FIELDKIT_NODE_DIR'] = join(base, 'nodes');
  });
  afterEach(() => {
    delete process.env['FIELDKIT_NODE_DIR'];
    delete process.env['FIELDKIT_UPDATE_URL'];
    delete process.env['FIELDKIT_PUBLISHER'];
    rmSync(base, { recursive: true });
  });

  const finish = (arch = 1) => {
    const appInfo = { version: '1.2.3', productFilename: 'Fieldkit' };
    afterPack({ appOutDir: packed, arch, packager: { projectDir: project, appInfo } });
  };

  it('holds a terminal door that runs on its own Node, and fuses as decided', () => {
    finish();
    const launcher = readFileSync(join(packed, 'cli', 'fieldkit.cmd'), 'utf8');
    expect(launcher).toContain('"%~dp0node.exe" "%~dp0out\\main\\cli.js" %*\r\n');
    expect(launcher).toContain('set NODE_OPTIONS=\r\n');
    expect(readFuses(readFileSync(join(packed, 'Fieldkit.exe')))).toEqual(fuses);
    expect(JSON.parse(readFileSync(join(packed, 'cli', 'package.json'), 'utf8'))).toEqual({
      name: 'fieldkit',
      version: '1.2.3',
      type: 'module',
    });
  });

  it('carries the terms of everything that is in it', () => {
    finish();
    for (const name of ['fieldkit.txt', 'main.md', 'page.md'])
      expect(readFileSync(join(packed, 'licences', name), 'utf8')).not.toBe('');
    rmSync(join(packed, 'licences', 'page.md'));
    expect(() => checkPackage(packed, project)).toThrow('licences/page.md is missing');
  });

  it('has a feed only when one is configured', () => {
    const file = join(packed, 'resources', 'app-update.yml');
    finish();
    expect(() => readFileSync(file)).toThrow();
    process.env['FIELDKIT_UPDATE_URL'] = 'https://updates.example/';
    process.env['FIELDKIT_PUBLISHER'] = 'Example';
    finish();
    expect(readFileSync(file, 'utf8')).toContain('publisherName:\n  - "Example"');
  });

  it('is not built for a machine without a Node', () => {
    expect(() => {
      finish(2);
    }).toThrow(/architecture/);
  });

  it.each([
    [
      'a stray file',
      (to: string) => {
        write(join(to, 'notes.txt'));
      },
    ],
    [
      'unpacked code',
      (to: string) => {
        write(join(to, 'resources', 'app', 'main.js'));
      },
    ],
    [
      'a library beside the door',
      (to: string) => {
        write(join(to, 'cli', 'node_modules', 'x.js'));
      },
    ],
    [
      'a fuse undone',
      (to: string) => {
        writeFileSync(join(to, 'Fieldkit.exe'), standInProgram());
      },
    ],
    [
      'a feed without a publisher',
      (to: string) => {
        write(join(to, 'resources', 'app-update.yml'), 'url: "https://x/"\n');
      },
    ],
    [
      'a plain feed',
      (to: string) => {
        write(
          join(to, 'resources', 'app-update.yml'),
          'url: "http://x/"\npublisherName:\n  - "E"\n',
        );
      },
    ],
  ])('is refused with %s', (_what, change) => {
    finish();
    change(packed);
    expect(() => checkPackage(packed, project)).toThrow(/has to be/);
  });

  it('is refused with a source or a map in the archive', async () => {
    write(join(base, 'archive', 'main', 'desktop.ts'));
    write(join(base, 'archive', 'out', 'main', 'desktop.js.map'), '{}');
    await asar.createPackage(join(base, 'archive'), join(packed, 'resources', 'app.asar'));
    expect(() => {
      finish();
    }).toThrow(/desktop\.ts does not[^]*desktop\.js\.map does not/);
  });
});
