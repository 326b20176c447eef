import { readFileSync } from 'node:fs';

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
};

const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'gu');

/** Enough of a message to know what happened, where only the end of the output is kept. */
const beginning = (message = '') =>
  message
    .replaceAll(colours, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.includes('node_modules'))
    .slice(0, 12)
    .join('\n');

const unitTest = ({ fullName, status, failureMessages }) => ({
  name: fullName,
  status,
  message: beginning(failureMessages?.[0]),
});

/** What the unit tests' own report counts; null when it was never written. */
export const tallyUnit = (path) => {
  const report = readJson(path);
  if (!report) return null;
  const tests = report.testResults.flatMap((file) => file.assertionResults).map(unitTest);
  // A file that does not even load has no tests to blame.
  const broken = report.testResults
    .filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
    .map((file) => ({ name: file.name, message: beginning(file.message) }));
  return {
    passed: report.numPassedTests,
    failures: [...tests.filter((test) => test.status === 'failed'), ...broken],
    retried: tests.filter((test) => test.status === 'passed' && test.message !== ''),
    skipped: tests
      .filter((test) => ['pending', 'skipped', 'todo'].includes(test.status))
      .map((test) => test.name),
  };
};

const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];

const endToEndTest = (spec) =>
  spec.tests.map((test) => ({
    name: `${spec.file}: ${spec.title}`,
    status: test.status,
    message: beginning(test.results.find((result) => result.error)?.error.message),
  }));

/** What the end-to-end report counts. */
export const tallyEndToEnd = (path) => {
  const report = readJson(path);
  if (!report) return null;
  const tests = report.suites.flatMap(specs).flatMap(endToEndTest);
  const having = (status) => tests.filter((test) => test.status === status);
  return {
    passed: having('expected').length + having('flaky').length,
    failures: having('unexpected'),
    retried: having('flaky'),
    skipped: having('skipped').map((test) => test.name),
  };
};
