import type { Diagnosis } from './core/diagnosis';
import type { Outcome } from '../preload/contract';
import type { SpokenView } from '../preload/contract-hand-over';
import { loadCodes } from './catalogue';
import { explainFound } from './core/codes';
import { decodeSupportCode, type SupportCode } from './core/support-code/code';
import { isDetail, readDetail } from './reports/detail';
import { diagnosisFromCode, diagnosisFromDetail } from './reports/from-code';

/** Groups of four with something between them, or what is as long as a code and no word has digits like. */
const groups = /^\s*[\p{L}\p{N}]{4}(?:[\s\p{Pd}._·]+[\p{L}\p{N}]{4}){1,6}\s*$/u;
const unbroken = /^\s*(?=\S*\d)(?!0x)[\p{L}\p{N}]{8,28}\s*$/iu;

export const looksLikeCode = (text: string): boolean =>
  isDetail(text) || groups.test(text) || (unbroken.test(text) && text.trim().length % 4 === 0);

export interface ReadCode {
  diagnosis: Diagnosis;
  spoken: SpokenView;
}

const readBy = (code: SupportCode, diagnosis: Diagnosis): Outcome<ReadCode> => {
  const { age, build, hasMore } = code;
  return { ok: true, value: { diagnosis, spoken: { age, build, hasMore } } };
};

/** What a support code or the text behind its picture says, or why it is none. */
export const readCode = async (text: string): Promise<Outcome<ReadCode>> => {
  if (isDetail(text)) {
    const read = readDetail(text);
    if (!read.ok) return { ok: false, code: 'code-mistyped' };
    const codes = await loadCodes();
    const { detail } = read;
    return readBy(
      detail.code,
      diagnosisFromDetail(detail, (found) => explainFound(codes, found)),
    );
  }
  const read = decodeSupportCode(text);
  if (read.ok) return readBy(read.code, diagnosisFromCode(read.code));
  return read.why === 'sign'
    ? { ok: false, code: 'code-sign', detail: [read.sign, read.instead ?? ''].join(' ').trim() }
    : { ok: false, code: `code-${read.why}` };
};
