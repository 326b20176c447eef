export interface PackedFile {
  /** With slashes, from the root of what was packed. */
  path: string;
  size: number;
}

interface Rules {
  what: string;
  allowed: readonly RegExp[];
  required: readonly (string | RegExp)[];
  mostBytes: number;
}

const megabyte = 1024 * 1024;
const samples = /^resources\/devices\/[\w.-]+(?:\/[\w.-]+)*$/;
const page = [
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/assets\/[\w.-]+\.(?:js|css|svg|png|woff2)$/,
];
const chunks = /^out\/main\/chunks\/[\w.-]+\.js$/;

/** What the window runs, in the archive that the program checks. */
export const archiveRules: Rules = {
  what: 'app.asar',
  allowed: [
    /^package\.json$/,
    /^out\/main\/desktop\.js$/,
    chunks,
    /^out\/preload\/index\.cjs$/,
    ...page,
  ],
  required: [
    'package.json',
    'out/main/desktop.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    /^out\/renderer\/assets\/.*\.js$/,
  ],
  mostBytes: 16 * megabyte,
};

/** What the terminal door runs: beside the archive, because a plain Node cannot read one. */
export const terminalRules: Rules = {
  what: 'cli',
  allowed: [
    /^package\.json$/,
    /^node\.exe$/,
    /^fieldkit\.cmd$/,
    /^out\/main\/(?:cli|browser)\.js$/,
    chunks,
    /^out\/renderer\/door\.js$/,
    ...page,
    samples,
  ],
  required: [
    'package.json',
    'node.exe',
    'fieldkit.cmd',
    'out/main/cli.js',
    'out/renderer/door.js',
    'resources/devices/index.json',
    'resources/devices/states.json',
  ],
  // A Node for Windows is about 90 MB of it.
  mostBytes: 120 * megabyte,
};

/** The runtime's own files, by name; one that is new in a runtime is looked at before it ships. */
export const topRules: Rules = {
  what: 'package',
  allowed: [
    /^Fieldkit\.exe$/,
    /^(?:chrome_100_percent|chrome_200_percent|resources)\.pak$/,
    /^(?:d3dcompiler_47|dxcompiler|dxil|ffmpeg|libEGL|libGLESv2|vk_swiftshader|vulkan-1)\.dll$/,
    /^(?:icudtl\.dat|snapshot_blob\.bin|v8_context_snapshot\.bin|vk_swiftshader_icd\.json)$/,
    /^(?:LICENSE\.electron\.txt|LICENSES\.chromium\.html)$/,
    /^locales\/(?:ar|de|en-GB|en-US|es|fr|it|ja|ko|nl|pl|pt-BR|zh-CN)\.pak$/,
    /^licences\/(?:fieldkit\.txt|main\.md|page\.md)$/,
    /^resources\/(?:app\.asar|app-update\.yml|elevate\.exe)$/,
    samples,
  ],
  required: [
    'Fieldkit.exe',
    'resources/app.asar',
    'resources/devices/index.json',
    'resources/devices/states.json',
    'locales/en-US.pak',
    'locales/de.pak',
    'locales/ar.pak',
    'licences/fieldkit.txt',
    'licences/main.md',
    'licences/page.md',
  ],
  mostBytes: 420 * megabyte,
};

const fits = (rule: string | RegExp, path: string): boolean =>
  typeof rule === 'string' ? rule === path : rule.test(path);

/** Everything wrong with a list of packed files; what no rule names is wrong. */
export const complaints = (files: readonly PackedFile[], rules: Rules): string[] => {
  const foreign = files.filter(({ path }) => !rules.allowed.some((rule) => rule.test(path)));
  const missing = rules.required.filter((rule) => !files.some(({ path }) => fits(rule, path)));
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return [
    ...foreign.map(({ path }) => `${rules.what}: ${path} does not belong there`),
    ...missing.map((rule) => `${rules.what}: ${String(rule)} is missing`),
    ...(bytes > rules.mostBytes ? [`${rules.what}: ${String(bytes)} bytes are too many`] : []),
  ];
};

const allowedKeys: readonly string[] = [
  'name',
  'productName',
  'version',
  'description',
  'license',
  'private',
  'type',
  'main',
  'author',
  'engines',
  'bin',
];

/** The packed package.json says what runs, not how it was built. */
export const manifestComplaints = (text: string): string[] => {
  const manifest: unknown = JSON.parse(text);
  const keys = typeof manifest === 'object' && manifest !== null ? Object.keys(manifest) : [];
  return keys
    .filter((key) => !allowedKeys.includes(key))
    .map((key) => `package.json: ${key} does not belong there`);
};

/** Text that must not be in a script we ship: a pointer to a map, or a folder of the build machine. */
export const scriptComplaints = (path: string, text: string, projectFolder: string): string[] =>
  [
    ...(/^\/\/# sourceMappingURL=/m.test(text) ? ['points to a source map'] : []),
    ...(text.includes(projectFolder) ? ['names the folder it was built in'] : []),
  ].map((what) => `${path} ${what}`);
