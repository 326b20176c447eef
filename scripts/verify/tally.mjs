import { readFileSync } from 'node:fs';

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
};

/** What the unit tests' own report counts; null when it was never written. */
export const tallyUnit = (path) => {
  const report = readJson(path);
  if (!report) return null;
  const skipped = report.testResults
    .flatMap((file) => file.assertionResults)
    .filter(
      (test) => test.status === 'pending' || test.status === 'skipped' || test.status === 'todo',
    )
    .map((test) => test.fullName);
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped };
};

const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];

/** What the end-to-end report counts. */
export const tallyEndToEnd = (path) => {
  const report = readJson(path);
  if (!report) return null;
  const all = report.suites
    .flatMap(specs)
    .flatMap((spec) => spec.tests.map((test) => ({ title: spec.title, status: test.status })));
  return {
    passed: all.filter((test) => test.status === 'expected').length,
    failed: all.filter((test) => test.status === 'unexpected' || test.status === 'flaky').length,
    skipped: all.filter((test) => test.status === 'skipped').map((test) => test.title),
  };
};
