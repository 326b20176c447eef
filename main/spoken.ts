import type { Diagnosis } from './core/diagnosis';
import type { Outcome } from '../preload/contract';
import { loadCodes } from './catalogue';
import { explainFound } from './core/codes';
import { decodeSupportCode } from './core/support-code/code';
import { isDetail, readDetail } from './reports/detail';
import { diagnosisFromCode, diagnosisFromDetail } from './reports/from-code';

/** Groups of four with something between them, or what is as long as a code and no word has digits like. */
const groups = /^\s*[\p{L}\p{N}]{4}(?:[\s\p{Pd}._·]+[\p{L}\p{N}]{4}){1,6}\s*$/u;
const unbroken = /^\s*(?=\S*\d)(?!0x)[\p{L}\p{N}]{8,28}\s*$/iu;

export const looksLikeCode = (text: string): boolean =>
  isDetail(text) || groups.test(text) || (unbroken.test(text) && text.trim().length % 4 === 0);

/** What a support code or the text behind its picture says, or why it is none. */
export const readCode = async (text: string, now: number): Promise<Outcome<Diagnosis>> => {
  if (isDetail(text)) {
    const read = readDetail(text);
    if (!read.ok) return { ok: false, code: 'code-mistyped' };
    const codes = await loadCodes();
    return {
      ok: true,
      value: diagnosisFromDetail(read.detail, (found) => explainFound(codes, found)),
    };
  }
  const read = decodeSupportCode(text);
  if (read.ok) return { ok: true, value: diagnosisFromCode(read.code, now) };
  return read.why === 'sign'
    ? { ok: false, code: 'code-sign', detail: [read.sign, read.instead ?? ''].join(' ').trim() }
    : { ok: false, code: `code-${read.why}` };
};
