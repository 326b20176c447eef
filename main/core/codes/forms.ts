/** Ways people write one code, folded to the keys of the index. */

/** One way to read what was typed: how we print it, and where to look, best first. */
export interface Form {
  canonical: string;
  keys: string[];
  /** The unsigned 32-bit number, where it is one. */
  number: number | null;
}

const longestInput = 400;
const two31 = 0x80000000;
const two32 = 0x100000000;

/** Codes of services that are a prefix and a number. */
const services = [
  { prefix: 'AADSTS', pattern: /AADSTS[\s:_-]*(\d{4,7})(?!\d)/i },
  { prefix: 'MSIS', pattern: /MSIS[\s:_-]*(\d{3,5})(?!\d)/i },
] as const;

const tidy = (input: string) =>
  input
    .slice(0, longestInput)
    .trim()
    .replace(/^["'`([{<]+|["'`)\]}>.,;:!]+$/g, '')
    .trim();

export const nameKey = (text: string) => `name:${tidy(text).toLowerCase().replace(/\s+/g, ' ')}`;

export const hexOf = (value: number) => `0x${value.toString(16).padStart(8, '0')}`;

const fromHex = (digits: string): number | null => {
  const significant = digits.replace(/^0+(?=.)/, '');
  if (significant.length <= 8) return parseInt(significant, 16);
  // A signed 32-bit value printed as 64 bits.
  return /^f{8}[89a-f][0-9a-f]{7}$/i.test(significant) ? parseInt(significant.slice(8), 16) : null;
};

const fromDecimal = (text: string): number | null => {
  const value = Number(text);
  return value >= -two31 && value < two32 ? value >>> 0 : null;
};

/** HRESULT_FROM_NT adds one bit to an NTSTATUS: 0xd0… is 0xc0…, 0x90… is 0x80…. */
export const withoutNtBit = (value: number) => {
  const top = value >>> 28;
  return top === 0xd || top === 0x9 ? (value ^ 0x10000000) >>> 0 : value;
};

/** The Win32 number that an HRESULT or NTSTATUS carries whole, or null. */
export const win32Inside = (value: number): number | null => {
  const high = withoutNtBit(value) >>> 16;
  return high === 0x8007 || high === 0xc007 ? value & 0xffff : null;
};

/**
 * Small numbers mean different things by how they are written: Win32 errors are decimal and now and
 * then hex, protocol answers (Kerberos 0x18) are always hex.
 */
const smallKeys = (value: number, hex: boolean) =>
  hex ? [`small:${value}`, `win32:${value}`] : [`win32:${value}`];

export const numberKeys = (value: number, hex: boolean): string[] => {
  const win32 = win32Inside(value);
  if (win32 !== null) return [`win32:${win32}`];
  return value < 0x10000 ? smallKeys(value, hex) : [`code:${withoutNtBit(value)}`];
};

const numberForm = (value: number, hex: boolean): Form => ({
  canonical: value < 0x10000 ? (hex ? `0x${value.toString(16)}` : String(value)) : hexOf(value),
  keys: numberKeys(value, hex),
  number: value,
});

const serviceForm = (prefix: string, digits: string): Form => ({
  canonical: `${prefix}${digits}`,
  keys: [nameKey(`${prefix}${digits}`)],
  number: null,
});

const hexForms = (digits: string): Form[] => {
  const value = fromHex(digits);
  return value === null ? [] : [numberForm(value, true)];
};

/** Digits alone may be a decimal number, hex without its 0x, or an AADSTS number without its prefix. */
const bareDigits = (text: string): Form[] => {
  const value = fromDecimal(text);
  const decimal = value === null ? [] : [numberForm(value, false)];
  const sts = /^\d{5,7}$/.test(text) ? [serviceForm('AADSTS', text)] : [];
  const hex = /^\d{5,8}$/.test(text) ? hexForms(text) : [];
  // 80070520 as a decimal number is nobody's code; as hex it is everybody's.
  return /^[89]\d{7}$/.test(text) ? [...hex, ...decimal] : [...decimal, ...sts, ...hex];
};

const whole: { pattern: RegExp; forms: (match: RegExpMatchArray) => Form[] }[] = [
  // Programs end a number with its type: 0x80070005L.
  { pattern: /^[-+]?0x([0-9a-f]{1,16})[hlu]{0,2}$/i, forms: (match) => hexForms(match[1] ?? '') },
  { pattern: /^([0-9a-f]{5,8})h$/i, forms: (match) => hexForms(match[1] ?? '') },
  { pattern: /^\d{1,10}$/, forms: (match) => bareDigits(match[0]) },
  {
    pattern: /^[-\u2212]\d{1,10}$/,
    forms: (match) => {
      const value = fromDecimal(match[0].replace('\u2212', '-'));
      return value === null ? [] : [numberForm(value, false)];
    },
  },
  {
    pattern: /^(?=.*\d)(?=.*[a-f])[0-9a-f]{3,8}$/i,
    forms: (match) => hexForms(match[0]),
  },
];

const inside: { pattern: RegExp; forms: (match: RegExpExecArray) => Form[] }[] = [
  {
    pattern: /(?<![0-9a-z])0x([0-9a-f]{3,16})(?![0-9a-z])/i,
    forms: (match) => hexForms(match[1] ?? ''),
  },
  {
    pattern: /(?<![\w-])-\d{9,10}(?!\d)/,
    forms: (match) => {
      const value = fromDecimal(match[0]);
      return value === null ? [] : [numberForm(value, false)];
    },
  },
  // Eight digits of a failure without their 0x; followed by a hyphen they begin an id.
  {
    pattern: /(?<![\w-])(?=\d*[a-f])([89cd][0-9a-f]{7})(?![\w-])/i,
    forms: (match) => hexForms(match[1] ?? ''),
  },
  // `System error 53 has occurred`, in the languages of our words.
  {
    pattern:
      /(?:error|fehler|erreur|errore|fout|błąd|erro|错误|エラー|오류|خطأ)[\s:=#(]{0,3}(?:\p{L}{1,12}\s)?(\d{1,10})(?![\w.-]*\w)/iu,
    forms: (match) => bareDigits(match[1] ?? ''),
  },
  {
    pattern: /(?:code|status)[\s:=#(]{0,3}(\d{2,10})(?![\w.-]*\w)/i,
    forms: (match) => bareDigits(match[1] ?? ''),
  },
];

/** A code inside a longer message. */
const embedded = (text: string): Form[] => {
  for (const { pattern, forms } of inside) {
    const match = pattern.exec(text);
    if (match) return forms(match);
  }
  return [];
};

/** All readings of what was typed, best first; the words themselves come before a code inside them. */
export const formsOf = (input: string): Form[] => {
  const text = tidy(input);
  if (text === '') return [];
  for (const { pattern, forms } of whole) {
    const match = text.match(pattern);
    if (match) return forms(match);
  }
  const named: Form = { canonical: text, keys: [nameKey(text)], number: null };
  for (const { prefix, pattern } of services) {
    const match = pattern.exec(text);
    if (match) return [named, serviceForm(prefix, match[1] ?? '')];
  }
  return [named, ...embedded(text)];
};
