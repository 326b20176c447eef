/*
 * The protocol of the one PowerShell host. The Windows stand-in of the tests speaks it too.
 *
 * Start     powershell.exe -NoLogo -NoProfile -NonInteractive -Command <the script below>
 * Input     one line on standard input, then its end: a JSON array of questions, pure ASCII. Each has
 *           `nr` (a number of our own), `kind` and `rights` (user, admin or system), and besides
 *             kind self        nothing
 *             kind registry    hive (HKLM, HKCU or HKU), path, recurse (boolean); always the 64-bit view
 *             kind events      channel, query (XPath), newest (how many at most, newest first)
 *             kind cim         namespace, query (WQL), properties (names), seconds (time limit)
 * Output    lines of printable ASCII; everything that is not `fieldkit:…:end` is passed over.
 *             fieldkit:mode:<LanguageMode>:end   first, before any answer. FullLanguage or other.
 *             fieldkit:<nr>:ok:<JSON>:end        an answer; one per question, in the order asked
 *             fieldkit:<nr>:error:<id>:end       or why there is none; never translated words
 *           JSON of an answer, other than ASCII written as \uXXXX:
 *             self        [{"level":"user|admin|system","sid":"S-1-…"}]
 *             registry    rows in the order of `reg query`: {"key":"HKEY_LOCAL_MACHINE\\…"} opens a
 *                         key, {"name","kind","data"} is a value of it. `kind` is the number of
 *                         .NET's RegistryValueKind; `data` is text: a number as 0x1, bytes as
 *                         upper-case hex, strings of a list joined by a backslash and a zero.
 *                         {"key","denied":true} is a key that exists and may not be read. Without
 *                         `recurse` the direct subkeys follow as bare keys.
 *             events      strings, each the XML of one event
 *             cim         objects with the properties asked for; dates as 2026-05-04T08:00:00Z
 *           Ids of errors that mean something to us (main/os/powershell/answers.ts):
 *             unsupported                  cannot be done in this language mode: we go another way
 *             needs-admin, needs-system    `rights` is above the level of this process
 *             missing                      the registry key does not exist
 *             <type of exception>,<FullyQualifiedErrorId>    everything else
 * The host decides nothing: it reads what it is told, in the order told, and ends.
 */

const mark = 'fieldkit';

/**
 * The one script the host ever runs. No text of a user, no double quote that a command line would eat,
 * no comment and every statement ended, because it becomes one line. Outside of full language only
 * cmdlets and methods of core types are allowed, so the branches for the registry and for events are
 * not entered there. Answers are pure ASCII, because the output code page cannot be set there either.
 * Events are read without Get-WinEvent, which says "no events" where a log may not be read.
 * Dates go out as UTC in the invariant 's' format: other formats follow the user's culture.
 */
const script = String.raw`
$ErrorActionPreference = 'Stop';
$ProgressPreference = 'SilentlyContinue';
$mode = [string]$ExecutionContext.SessionState.LanguageMode;
$full = $mode -eq 'FullLanguage';
'${mark}:mode:' + $mode + ':end';
$rank = @{ user = 0; admin = 1; system = 2 };
$hives = @{ HKLM = 'LocalMachine'; HKCU = 'CurrentUser'; HKU = 'Users' };
$level = 'user';
$sid = '';
if ($full) {
  $identity = [System.Security.Principal.WindowsIdentity]::GetCurrent();
  $sid = $identity.User.Value;
  if (([System.Security.Principal.WindowsPrincipal]$identity).IsInRole([System.Security.Principal.WindowsBuiltInRole]::Administrator)) { $level = 'admin' };
  if ($identity.IsSystem) { $level = 'system' };
};
function Read-Cim($question) {
  $found = @(Get-CimInstance -Namespace $question.namespace -Query $question.query -OperationTimeoutSec $question.seconds);
  foreach ($item in $found) {
    $row = @{};
    foreach ($name in $question.properties) {
      $value = $item.$name;
      if ($value -is [datetime]) { $value = $value.ToUniversalTime().ToString('s') + 'Z' };
      $row[$name] = $value;
    };
    $row;
  };
};
function Read-Key($key, $recurse) {
  @{ key = $key.Name };
  foreach ($name in $key.GetValueNames()) {
    $value = $key.GetValue($name, $null, 'DoNotExpandEnvironmentNames');
    $data = '';
    if ($value -is [byte[]]) { $data = [System.BitConverter]::ToString($value).Replace('-', '') }
    elseif ($value -is [string[]]) { $data = $value -join '\0' }
    elseif ($value -is [int] -or $value -is [long]) { $data = '0x{0:x}' -f $value }
    elseif ($null -ne $value) { $data = [string]$value };
    @{ name = $name; kind = [int]$key.GetValueKind($name); data = $data };
  };
  foreach ($name in $key.GetSubKeyNames()) {
    $path = $key.Name + '\' + $name;
    if (-not $recurse) { @{ key = $path }; continue };
    $child = $null;
    $denied = $false;
    try { $child = $key.OpenSubKey($name) } catch [System.Security.SecurityException] { $denied = $true };
    if ($denied) { @{ key = $path; denied = $true } };
    if ($null -eq $child) { continue };
    Read-Key $child $true;
    $child.Close();
  };
};
function Read-Events($question) {
  $query = New-Object -TypeName System.Diagnostics.Eventing.Reader.EventLogQuery -ArgumentList $question.channel, 'LogName', $question.query;
  $query.ReverseDirection = $true;
  $reader = New-Object -TypeName System.Diagnostics.Eventing.Reader.EventLogReader -ArgumentList $query;
  for ($count = 0; $count -lt $question.newest; $count++) {
    $record = $reader.ReadEvent();
    if ($null -eq $record) { break };
    $record.ToXml();
    $record.Dispose();
  };
  $reader.Dispose();
};
function Read-Question($question) {
  if ($question.kind -eq 'self') { @{ level = $level; sid = $sid } };
  if ($question.kind -eq 'cim') { Read-Cim $question };
  if ($question.kind -eq 'events') { Read-Events $question };
  if ($question.kind -eq 'registry') { Read-Key $opened $question.recurse };
};
$questions = $input | ConvertFrom-Json;
foreach ($question in $questions) {
  try {
    $answer = '';
    $opened = $null;
    if (-not $full -and $question.kind -ne 'cim') { $answer = 'error:unsupported' };
    if ($full -and $rank[$question.rights] -gt $rank[$level]) { $answer = 'error:needs-' + $question.rights };
    if ($answer -eq '' -and $question.kind -eq 'registry') {
      $opened = [Microsoft.Win32.RegistryKey]::OpenBaseKey($hives[$question.hive], 'Registry64').OpenSubKey($question.path);
      if ($null -eq $opened) { $answer = 'error:missing' };
    };
    if ($answer -eq '') { $answer = 'ok:' + (ConvertTo-Json -InputObject @(Read-Question $question) -Compress -Depth 3) };
    if ($null -ne $opened) { $opened.Close() };
  } catch {
    $problem = $_.Exception;
    while ($null -ne $problem.InnerException) { $problem = $problem.InnerException };
    $type = '';
    if ($full) { $type = $problem.GetType().FullName + ',' };
    $answer = 'error:' + $type + $_.FullyQualifiedErrorId;
  };
  if ($answer -cmatch '[^ -~]') {
    $answer = -join $(foreach ($letter in $answer.ToCharArray()) { if ([int]$letter -ge 32 -and [int]$letter -le 126) { $letter } else { '\u{0:x4}' -f [int]$letter } });
  };
  '${mark}:' + $question.nr + ':' + $answer + ':end';
}`;

/**
 * `-Command` takes text, which execution policies do not judge, AllSigned included. Neither
 * `-ExecutionPolicy` nor `-EncodedCommand`: endpoint protection takes both for an attack.
 */
export const hostArguments: readonly string[] = [
  '-NoLogo',
  '-NoProfile',
  '-NonInteractive',
  '-Command',
  script.replace(/\s*\n\s*/g, ' ').trim(),
];

export type HostLine =
  { kind: 'mode'; mode: string } | { kind: 'ok' | 'error'; nr: number; text: string };

const lineShape = new RegExp(`^${mark}:(?:mode:(\\w+)|(\\d+):(ok|error):(.*)):end$`);

const toLine = (text: string): HostLine | null => {
  const [, mode, nr, kind, rest] = lineShape.exec(text) ?? [];
  if (mode !== undefined) return { kind: 'mode', mode };
  if (nr === undefined || rest === undefined) return null;
  return { kind: kind === 'ok' ? 'ok' : 'error', nr: Number(nr), text: rest };
};

/** Takes output in any pieces. A console host may wrap a long answer, so an answer ends at its end mark. */
export const createLineReader = (tell: (line: HostLine) => void) => {
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
