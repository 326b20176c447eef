import type { Words } from './index';

/** What these words are chosen from: the answer of main, or of the terminal's own look. */
interface LineLike {
  id: string;
  reason: string;
  state: 'yes' | 'no' | 'unknown';
  weight: 'must' | 'should';
  values: Record<string, string | number>;
}
interface ItemLike {
  kind: string;
  name: string | null;
  bytes: number | null;
  whole: boolean;
}
interface KindLike {
  id: string;
  suit: { state: 'yes' | 'no' | 'unknown'; reason: string };
  state: 'yes' | 'no' | 'unknown';
  after: readonly string[];
  lines: readonly LineLike[];
}
interface SheetLike {
  device: { name: string | null; serial: string | null; model: string | null };
  person: string | null;
  noted: {
    drives: readonly { letter: string; path: string }[] | null;
    printers: readonly string[] | null;
    wireless: readonly string[] | null;
    mailFiles: readonly string[] | null;
    accounts: readonly string[] | null;
  };
  call: {
    name: string | null;
    phone: string | null;
    mail: string | null;
    web: string | null;
  } | null;
}

export interface SheetPart {
  id: string;
  title: string;
  lines: string[];
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Every sentence before a reset, for the page, the terminal and the sheet alike. */
export const readinessWords = (words: Words) => {
  const { say, lookUp, language } = words;
  const of = (group: string, id: string) => lookUp(`readiness.${group}.${id}`) ?? id;

  const size = (bytes: number): string => {
    const step = Math.min(4, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1024)));
    return new Intl.NumberFormat(language, {
      style: 'unit',
      unit: units[step] ?? 'byte',
      maximumFractionDigits: 1,
    }).format(bytes / 1024 ** step);
  };
  const item = ({ kind, name, bytes, whole }: ItemLike): string => {
    const title = name === null ? of('item', kind) : `${of('item', kind)}: ${name}`;
    if (bytes === null) return title;
    const told = { size: size(bytes) };
    return `${title}, ${whole ? told.size : say('readiness.size-at-least', told)}`;
  };
  const line = ({ id, reason, values }: LineLike) => ({
    title: of('line', `${id}.title`),
    text:
      id === 'kind-fits'
        ? of('suit', reason)
        : (lookUp(`readiness.line.${id}.${reason}`, values) ?? reason),
  });
  /** The one sentence for a kind; counts only what a reset has to wait for. */
  const verdict = ({ suit, state, lines }: KindLike): string => {
    if (suit.state === 'no') return say('readiness.verdict.unsuited');
    const count = lines.filter((each) => each.weight === 'must' && each.state === state).length;
    return lookUp(`readiness.verdict.${state}`, { count }) ?? state;
  };

  const listed = (id: string, list: readonly string[] | null): SheetPart => ({
    id,
    title: of('sheet', id),
    lines:
      list === null
        ? [say('readiness.sheet.not-read')]
        : list.length === 0
          ? [say('readiness.sheet.none')]
          : [...list],
  });
  const sheet = (
    { device, person, noted, call }: SheetLike,
    kind: Pick<KindLike, 'id' | 'after'> | null,
  ): SheetPart[] => {
    const about = [
      ['device', device.name],
      ['serial', device.serial],
      ['model', device.model],
      ['person', person],
      ['kind', kind === null ? null : of('kind', `${kind.id}.title`)],
    ] as const;
    const filled = [call?.name, call?.phone, call?.mail, call?.web].filter(
      (value) => value !== null && value !== undefined,
    );
    return [
      {
        id: 'device',
        title: say('readiness.sheet'),
        lines: about.flatMap(([id, value]) =>
          value === null ? [] : [`${of('sheet', id)}: ${value}`],
        ),
      },
      {
        id: 'after',
        title: of('sheet', 'after'),
        lines: (kind?.after ?? []).map((id, at) => `${String(at + 1)}. ${of('after', id)}`),
      },
      {
        id: 'call',
        title: of('sheet', 'call'),
        lines: filled.length === 0 ? [say('readiness.sheet.call.none')] : filled,
      },
      listed('drives', noted.drives?.map(({ letter, path }) => `${letter} ${path}`) ?? null),
      listed('printers', noted.printers),
      listed('wireless', noted.wireless),
      listed('mail-files', noted.mailFiles),
      listed('accounts', noted.accounts),
    ];
  };
  return { of, item, line, verdict, sheet };
};

/** As much as a phone reads from paper without trouble. */
const mostQrBytes = 900;

/** The sheet as one text for a phone; what does not fit is only on the paper. */
export const qrText = (parts: readonly SheetPart[]): string => {
  const encoder = new TextEncoder();
  let text = '';
  for (const line of parts.flatMap(({ title, lines }) => [title, ...lines])) {
    const longer = text === '' ? line : `${text}\n${line}`;
    if (encoder.encode(longer).length > mostQrBytes) return `${text}\n…`;
    text = longer;
  }
  return text;
};
