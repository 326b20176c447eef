import type { Diagnosis } from '../core/diagnosis';
import { emptyDiagnosis } from '../reports/empty';
import { toJson } from '../reports/json';
import { exit, exitOf, type ExitCode } from './exit';
import type { Problem } from './problem';
import { showDiagnosis } from './show-diagnosis';
import type { Terminal } from './terminal';

const print = (diagnosis: Diagnosis, json: boolean, terminal: Terminal, more: object = {}) =>
  terminal.out(
    json
      ? `${JSON.stringify({ ...toJson(diagnosis, terminal.words), ...more }, null, 2)}\n`
      : showDiagnosis(diagnosis, terminal),
  );

/** The answer of `check` and `read`; its exit code is the verdict. */
export const answer = (
  diagnosis: Diagnosis,
  json: boolean,
  terminal: Terminal,
  more?: object,
): ExitCode => {
  print(diagnosis, json, terminal, more);
  return exitOf[diagnosis.state];
};

/**
 * Input that tells nothing about a device: the reason goes to people, and a script that asked for
 * JSON still gets a whole answer that says "unknown".
 */
export const noAnswer = (problem: Problem, json: boolean, terminal: Terminal): Problem => {
  if (json && problem.exitCode === exit.undetermined)
    print(emptyDiagnosis(problem.why), true, terminal);
  return problem;
};
