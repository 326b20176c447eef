import { describe, expect, it } from 'vitest';
import expected from '../../../captures/dsregcmd/expected.json';
import { parseRegistration } from '../../../../main/probes/join/dsregcmd/parse';
import { captureNames, captureText, diagnoseTextOrNull, factsOf } from './corpus';

describe('every capture', () => {
  it('has reviewed expectations, and no expectation lacks its capture', () => {
    expect(Object.keys(expected).sort()).toEqual(captureNames);
  });

  it.each(captureNames)('gives its facts and its root cause: %s', (name) => {
    const diagnosis = diagnoseTextOrNull(captureText(name));
    if (!diagnosis) throw new Error('not understood');
    expect({
      state: diagnosis.state,
      rootCause: diagnosis.rootCause,
      ...factsOf(diagnosis),
      session: diagnosis.subject.session,
      codes: diagnosis.codes.map(({ code, field }) => `${code} ${field}`),
      findings: diagnosis.findings.map(({ id }) => id),
      unrecognised: diagnosis.unrecognised,
    }).toEqual(expected[name as keyof typeof expected]);
  });

  it.each(captureNames)('loses no row: %s', (name) => {
    const reading = parseRegistration(captureText(name));
    if (reading.kind !== 'ok') throw new Error('not understood');
    const kept = [
      ...reading.value.rows.map((row) => row.line),
      ...captureText(name)
        .split('\n')
        .flatMap((line, index) =>
          reading.value.unrecognised.some((text) => line.includes(text.split(' : ')[0] ?? text))
            ? [index + 1]
            : [],
        ),
    ];
    const rows = captureText(name)
      .split('\n')
      .flatMap((line, index) => (/^[^|<]{0,60} : ?/.test(line) ? [index + 1] : []));
    expect(rows.filter((line) => !kept.includes(line))).toEqual([]);
  });
});
