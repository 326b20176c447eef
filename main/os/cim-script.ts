import type { Source } from './port';

export type CimSource = Extract<Source, { kind: 'cim' }>;

const mark = 'fieldkit';

/**
 * The one script the host ever runs; questions come as data on standard input. It keeps to what
 * Constrained Language Mode allows (no [Console], no custom types), answers in pure ASCII because
 * the output code page cannot be set there, and has no double quote that a command line would eat.
 * Dates go out as UTC in the invariant 's' format: other formats follow the user's culture.
 */
const script = `
$ErrorActionPreference = 'Stop';
$ProgressPreference = 'SilentlyContinue';
'${mark}:mode:' + $ExecutionContext.SessionState.LanguageMode + ':end';
$questions = $input | ConvertFrom-Json;
foreach ($question in $questions) {
  try {
    $rows = @();
    $found = @(Get-CimInstance -Namespace $question.namespace -Query $question.query -OperationTimeoutSec $question.seconds);
    foreach ($item in $found) {
      $row = @{};
      foreach ($name in $question.properties) {
        $value = $item.$name;
        if ($value -is [datetime]) { $value = $value.ToUniversalTime().ToString('s') + 'Z' };
        $row[$name] = $value;
      };
      $rows += $row;
    };
    $answer = 'ok:' + (ConvertTo-Json -InputObject @($rows) -Compress -Depth 3);
  } catch {
    $answer = 'error:' + $_.FullyQualifiedErrorId;
  };
  if ($answer -match '[^ -~]') {
    $answer = -join ($answer.ToCharArray() | ForEach-Object { if ([int]$_ -ge 32 -and [int]$_ -le 126) { $_ } else { '\\u{0:x4}' -f [int]$_ } });
  };
  '${mark}:' + $question.nr + ':' + $answer + ':end';
}`;

export const cimArguments: readonly string[] = [
  '-NoLogo',
  '-NoProfile',
  '-NonInteractive',
  '-Command',
  script.replace(/\s*\n\s*/g, ' ').trim(),
];

const namespaceShape = /^root(\\[A-Za-z0-9_]{1,64}){0,4}$/i;
const propertyShape = /^[A-Za-z_][A-Za-z0-9_]{0,100}$/;
const queryShape =
  /^SELECT (\*|[A-Za-z0-9_]+(, ?[A-Za-z0-9_]+)*) FROM [A-Za-z0-9_]+( WHERE [A-Za-z0-9_ .,=<>'(){}:%\\-]+)?$/i;

/** Questions are ours, but a slip in one must not become something else on the way. */
export const isCimQuestion = (source: CimSource): boolean =>
  namespaceShape.test(source.namespace) &&
  source.query.length <= 500 &&
  queryShape.test(source.query) &&
  source.properties.length > 0 &&
  source.properties.every((name) => propertyShape.test(name));

/** One line, ASCII: standard input is read in a code page that nobody can set beforehand. */
export const cimInput = (questions: readonly { nr: number; source: CimSource }[]): Uint8Array =>
  Buffer.from(
    `${JSON.stringify(
      questions.map(({ nr, source }) => ({
        nr,
        namespace: source.namespace,
        query: source.query,
        properties: source.properties,
        seconds: Math.max(1, Math.ceil(source.limitMs / 1000)),
      })),
    )}\n`,
  );

export type CimLine =
  { kind: 'mode'; mode: string } | { kind: 'ok' | 'error'; nr: number; text: string };

const lineShape = new RegExp(`^${mark}:(?:mode:(\\w+)|(\\d+):(ok|error):(.*)):end$`);

const toLine = (text: string): CimLine | null => {
  const [, mode, nr, kind, rest] = lineShape.exec(text) ?? [];
  if (mode !== undefined) return { kind: 'mode', mode };
  if (nr === undefined || rest === undefined) return null;
  return { kind: kind === 'ok' ? 'ok' : 'error', nr: Number(nr), text: rest };
};

/** Takes output in any pieces. A console host may wrap a long answer, so an answer ends at its end mark. */
export const createLineReader = (tell: (line: CimLine) => void) => {
  let rest = '';
  let answer = '';
  return (part: Uint8Array): void => {
    const rows = (rest + Buffer.from(part).toString('latin1')).split(/\r?\n/);
    rest = rows.pop() ?? '';
    for (const row of rows) {
      answer = row.startsWith(`${mark}:`) ? row : answer + row;
      const line = toLine(answer);
      if (line === null) continue;
      answer = '';
      tell(line);
    }
  };
};
