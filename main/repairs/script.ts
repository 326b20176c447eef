import { declareAct, type Act } from '../os/act';
import { scriptExit } from './outcome';

interface Script {
  key: string;
  limitMs: number;
  /** Needs .NET or WinRT, which a constrained PowerShell does not let us have: then it says so and ends. */
  full: boolean;
  lines: string;
  saves?: Act['saves'];
}

const fullOnly = `if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') { exit ${scriptExit.languageMode} };`;

/** The number of Windows behind an exception is the exit code; its words are translated. */
const wrapped = ({ full, lines }: Script): string => `
$ErrorActionPreference = 'Stop';
$ProgressPreference = 'SilentlyContinue';
${full ? fullOnly : ''}
try {
${lines}
} catch {
  $problem = $_.Exception;
  while ($null -ne $problem.InnerException) { $problem = $problem.InnerException };
  if ($problem.HResult -ne 0) { exit $problem.HResult };
  exit 1;
};
exit 0;`;

/**
 * A fixed script of ours as one act. `-Command` for the reasons told at `hostArguments`; no double quote,
 * which a command line would eat, and nothing is ever put into the text.
 */
export const scriptAct = (script: Script): Act =>
  declareAct({
    key: script.key,
    tool: 'powershell.exe',
    args: [
      '-NoLogo',
      '-NoProfile',
      '-NonInteractive',
      '-Command',
      wrapped(script)
        .replace(/\s*\n\s*/g, ' ')
        .trim(),
    ],
    limitMs: script.limitMs,
    ...(script.saves === undefined ? {} : { saves: script.saves }),
  });
