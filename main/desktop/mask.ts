/** What a log line must not keep. Each pattern reads a line once, so a long line costs no more than its length. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]{1,40}-----[^-]*(?:-----END [A-Z ]{1,40}-----)?/g, '«key»'],
  [/\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g, '«token»'],
  [/\b(Bearer|Basic|Negotiate|NTLM)\s+[\w+/=.~-]{6,}/gi, '$1 «token»'],
  [
    /\b((?:[\w-]{0,24}(?:password|passwd|secret|token|assertion|credential|apikey|api_key)|pwd|pin|sig|code_verifier)["']?\s{0,4}[=:]\s{0,4})(?:"[^"]*"|'[^']*'|[^\s"'&,;]+)/gi,
    '$1«secret»',
  ],
  [/\b\d{6}(?:-\d{6}){7}\b/g, '«recovery key»'],
  [/(:\/\/)[^\s/@]{1,200}@/g, '$1«account»@'],
  [/[\w.+-]{1,64}@(?=[\w-]{1,63}\.)/g, '«account»@'],
  [/((?:[A-Z]:\\Users\\|\/home\/))[^\\/\s"']{1,64}/gi, '$1«user»'],
];

/** Masked as the line is written, so that no copy of a log has to be cleaned later. */
export const mask = (line: string): string =>
  secrets.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
