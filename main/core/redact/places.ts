import { privateFields, tellingFields } from './fields';
import type { MaskGroup } from './groups';

/** Where a name stands: every group of such an expression is masked. */
type Place = RegExp;

/*
 * Every expression here meets text of somebody else, some of it megabytes in one line. So each has
 * few places to begin at, and what repeats is bounded or ends at a character that cannot repeat.
 */

const registryRow = (name: string): Place =>
  new RegExp(
    String.raw`^[ \t]{1,8}(?:${name})[ \t]{2,9}REG_(?:EXPAND_|MULTI_)?SZ[ \t]{1,9}([^\r\n]*\S(?:\r?\n(?!HKEY_|[ \t]{1,8}\S[^\r\n]{0,300}?[ \t]{2,9}REG_|\r?\n)[^\r\n]+)*)`,
    'gimd',
  );

/** The ways a field and its value are written by the tools, files and classes we read. */
const spellings = (fields: string): Place[] => [
  // `   Device Name : PC-031`, as dsregcmd and pastes of it write
  new RegExp(String.raw`^[ \t>|*\d.]*(?:${fields})[* \t]{0,60}[:=][ \t*]{0,9}([^\r\n]*\S)`, 'gimd'),
  // `    UPN    REG_SZ    alice@contoso.com`, and the lines a long value goes on for
  registryRow(fields),
  // JSON, also inside of a JSON string
  new RegExp(
    String.raw`"(?:${fields})\\{0,7}"\s{0,9}:\s{0,9}\\{0,7}"((?:[^"\\]|\\{1,9}[^"\\])+)`,
    'gid',
  ),
  new RegExp(String.raw`"(?:${fields})\\{0,7}"\s{0,9}:\s{0,9}\[([^\]]{0,9000})\]`, 'gid'),
  // XML elements and event data
  new RegExp(String.raw`<(?:\w{1,20}:)?(?:${fields})(?:\s[^<>]{0,300})?>([^<]+)<`, 'gid'),
  new RegExp(String.raw`\bName=['"](?:${fields})['"]>([^<]+)<`, 'gid'),
];

/** Shapes that tell a name wherever they stand. */
const anywhere: Place[] = [
  /\bExecuting Account Name[* \t]*:[ \t*]*([^\r\n]*\S)/dgi,
  /\b[A-Z]:\\+Users\\+([^\\/:*?"<>|\r\n\t]{1,100}?)(?=\\|"|'|;|$|[\r\n\t]| {2,9})/dgim,
  /\/(?:Users|home)\/([^/\s"']+)/dgi,
  // \\server\share; `\\?\` and `\\.\` are no servers
  /(?<![\w\\:])(?:\\\\){1,2}(?![?.\\])([^\s\\"'<>|,;]+)(?:\\{1,2}([^\s\\"'<>|,;]+))?/dgi,
  // `who @ REALM`, and services of somebody's machine
  /(?<=[:\s])([^\s:@]+(?: [^\s:@]+)?) @ ([^\s@]+)/dgi,
  /\b(?:cifs|host|ldap|http|gc|dns|termsrv|krbtgt|rpcss|wsman|mssqlsvc|restrictedkrbhost)\/((?!\d)[\w.-]+)(?:\/([\w.-]+))?/dgi,
  // Credentials and hosts in an address
  /:\/\/([^/\s:@"']+):([^/\s@"']+)@/dgi,
  /\b[a-z][a-z0-9+.-]{1,12}:\/\/(?:[^/\s@"']*@)?([\p{L}\p{N}.-]+)/dgiu,
  // CONTOSO\alice and AzureAD\AliceMiller
  /(?<![\\\w-])(?!SOFTWARE\\|SYSTEM\\|HKLM\\|HKCU\\)([A-Z\d][A-Z\d_-]{1,14}|AzureAD)\\{1,2}(?!\\)([\p{L}\d._$-]+)(?=[\s,;"'<]|$)/dgmu,
];

/** Places of one source only. */
const ofSource: readonly (readonly [RegExp, Place[]])[] = [
  [
    /nltest/,
    [
      // Labels are translated; flags are in capitals, a status has an equals sign.
      /^[^\r\n:=]+:[ \t]*(?:\\\\)?(?![^\r\n]*=)(?![A-Za-z_0-9 ]*\b(?:CLOSE_SITE|DS|KDC|LDAP|WRITABLE|HAS_[A-Z]+)\b)([^\s\\{][^\r\n]*\S|[^\s\\{])/dgm,
      /^([^\s:=]+)[ \t]*\r?$/dgm,
    ],
  ],
  [/manage-bde/, [/: \[([^\]\r\n]+)\]/dg]],
  [/klist/, [/^[^\r\n:]+:[ \t]*([\w-]+(?:\.[\w-]+)+)[ \t]*\r?$/dgm]],
  [/w32tm/, [/^[^\r\n:]+:[ \t]*([A-Za-z][\w-]*(?:\.[\w-]+)*)(?:,0x[0-9a-f]+)?[ \t]*\r?$/dgim]],
  [
    /cmdkey/,
    [
      /(?:target|interactive|batch|name)=([^\r\n]*\S)/dgi,
      /=[^\r\n=]{0,400}\r?\n[^\r\n]{0,400}\r?\n[^\r\n:]{0,400}:[ \t]{0,60}([^\r\n]*\S)/dgi,
    ],
  ],
  [
    /netsh/,
    [
      /(?<![\p{L}\d.-])([\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,9}):\d{2,5}\b/dgu,
      /:[ \t\u00a0]{1,60}([^\s:;*]{0,200}[;*][^\r\n]*)/dg,
    ],
  ],
  [/^registry-printer/, [/Connections\\,,([^,\r\n]+),([^\\\r\n]+)/dgi]],
  [/^registry-outlook/, [/\\([^\\\r\n]+)\.(?:ost|pst)\b/dgi]],
  [/^file-vpn-/, [/^\[(.+)\][ \t]*\r?$/dgm]],
];

const made = new Map<string, Place[]>();
const spelled = (fields: string): Place[] => {
  const before = made.get(fields);
  if (before !== undefined) return before;
  const places = spellings(fields);
  made.set(fields, places);
  return places;
};

/** What stands there is masked, and looked for everywhere else. */
export const tellingPlaces = (key: string, masked: ReadonlySet<MaskGroup>): readonly Place[] => [
  ...spelled(tellingFields(key, masked)),
  ...(masked.has('names') ? anywhere : []),
  ...(masked.has('names')
    ? ofSource.flatMap(([source, places]) => (source.test(key) ? places : []))
    : []),
];

/** Sources in which any value may be private, whatever it is called. */
const anyValue: readonly (readonly [RegExp, Place])[] = [
  [/^registry-(onedrive|user-|session-variables)/, registryRow(String.raw`\S[^\r\n]{0,300}?`)],
  [/^file-(edge|chrome)-profiles$/, /:\s{0,9}"((?:[^"\\]|\\[^\r\n])+)/dg],
];

/** What stands there is masked there. */
export const privatePlaces = (key: string, masked: ReadonlySet<MaskGroup>): readonly Place[] =>
  masked.has('names')
    ? [
        ...spelled(privateFields(key)),
        ...anyValue.flatMap(([source, place]) => (source.test(key) ? [place] : [])),
      ]
    : [];
