import { failed, ok, unavailable, type Reading } from '../../core/reading';
import type { Start } from '../run';

/*
 * Windows shows its question for administrator rights only to `ShellExecute` with the verb `runas`,
 * which Node cannot call; PowerShell can. The script is fixed, what is started comes on standard
 * input as one line of JSON in ASCII: `file`, `arguments` and `folder`.
 *
 * Output, lines of printable ASCII:
 *   fieldkit:elevate:started:0:end     the person said yes
 *   fieldkit:elevate:ended:<n>:end     the program has ended, with this exit code
 *   fieldkit:elevate:error:<n>:end     a number of Windows: 1223 is "no"
 */
const script = String.raw`
$ErrorActionPreference = 'Stop';
$ProgressPreference = 'SilentlyContinue';
$full = [string]$ExecutionContext.SessionState.LanguageMode -eq 'FullLanguage';
$told = $input | ConvertFrom-Json;
$reader = 'S-1-5-4';
try {
  if ($full) {
    $reader = [System.Security.Principal.WindowsIdentity]::GetCurrent().User.Value;
    $start = New-Object -TypeName System.Diagnostics.ProcessStartInfo;
    $start.FileName = $told.file;
    $start.Arguments = $told.arguments + ' --reader=' + $reader;
    $start.WorkingDirectory = $told.folder;
    $start.Verb = 'runas';
    $start.UseShellExecute = $true;
    $start.WindowStyle = 'Hidden';
    $process = [System.Diagnostics.Process]::Start($start);
    'fieldkit:elevate:started:0:end';
    $process.WaitForExit();
  } else {
    $process = Start-Process -FilePath $told.file -ArgumentList ($told.arguments + ' --reader=' + $reader) -WorkingDirectory $told.folder -Verb RunAs -WindowStyle Hidden -PassThru;
    'fieldkit:elevate:started:0:end';
    Wait-Process -InputObject $process;
  };
  'fieldkit:elevate:ended:' + [string]$process.ExitCode + ':end';
} catch {
  $number = 0;
  $problem = $_.Exception;
  while ($null -ne $problem) {
    if ($null -ne $problem.NativeErrorCode) { $number = $problem.NativeErrorCode };
    $problem = $problem.InnerException;
  };
  'fieldkit:elevate:error:' + [string]$number + ':end';
}`;

export const launchArguments: readonly string[] = [
  '-NoLogo',
  '-NoProfile',
  '-NonInteractive',
  '-Command',
  script.replace(/\s*\n\s*/g, ' ').trim(),
];

export interface Program {
  file: string;
  /** What comes before our own arguments; empty for the program people install. */
  before: readonly string[];
}

const quoted = (text: string): string => (/^[\w.,:=\\/-]+$/.test(text) ? text : `"${text}"`);

const escaped = (text: string): string =>
  text.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

const lineOf = (program: Program, folder: string, args: readonly string[]): Uint8Array =>
  Buffer.from(
    `${escaped(
      JSON.stringify({
        file: program.file,
        arguments: [...program.before, ...args].map(quoted).join(' '),
        folder,
      }),
    )}\n`,
  );

/** Numbers of Windows that are an answer and no accident. */
const refusals: Readonly<Record<number, Reading<never>>> = {
  // The person said no, or let the question stand until Windows took it away.
  1223: unavailable('declined', '1223'),
  1260: unavailable('blocked-by-policy', '1260'),
  // "This program is blocked by group policy" where elevation itself is switched off.
  1270: unavailable('blocked-by-policy', '1270'),
};

const shape = /^fieldkit:elevate:(started|ended|error):(-?\d{1,12}):end\r?$/gm;

export interface LaunchOptions {
  limitMs: number;
  signal?: AbortSignal;
  onStarted?: () => void;
}

/** Asks for rights and waits until the program has ended; its exit code, or why it did not start. */
export const launchElevated = async (
  start: Start,
  program: Program,
  folder: string,
  args: readonly string[],
  { limitMs, signal, onStarted }: LaunchOptions,
): Promise<Reading<number>> => {
  let said = '';
  let told = false;
  const reading = await start('powershell.exe', launchArguments, {
    limitMs,
    ...(signal === undefined ? {} : { signal }),
    input: lineOf(program, folder, args),
    onOutput: (part) => {
      said += Buffer.from(part).toString('latin1');
      if (told || !said.includes('fieldkit:elevate:started:')) return;
      told = true;
      onStarted?.();
    },
  });
  if (reading.kind !== 'ok') return reading;
  const [, kind, number] =
    [...Buffer.from(reading.value.bytes).toString('latin1').matchAll(shape)].at(-1) ?? [];
  if (kind === undefined)
    return unavailable('blocked-by-policy', `exit ${String(reading.value.exitCode)}`);
  if (kind === 'ended') return ok(Number(number));
  return refusals[Number(number)] ?? failed('could-not-start', String(number));
};
