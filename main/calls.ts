import { randomUUID } from 'node:crypto';
import type { InspectionView, Outcome, Tri } from '../preload/contract';
import type { CallView, ComparisonView } from '../preload/contract-call';
import { callLimits, type CallStore, type StoredCall } from './call-store';
import { compare, type Look } from './core/compare';
import type { Finding } from './core/finding';
import { isQuestion, narrow } from './core/questions/narrow';
import { diagnoseTold } from './core/questions/told';
import type { House } from './house';
import type { Inspections } from './inspections';
import { decode } from './os/decode';

export interface CallsOptions {
  store: CallStore;
  inspections: Inspections;
  now(): number;
  /** What was pasted or read out, read once more after a restart. */
  readText(text: string): Promise<Outcome<InspectionView>>;
}

export type Calls = Pick<
  House,
  | 'calls.list'
  | 'call.begin'
  | 'call.write'
  | 'call.attach'
  | 'call.answer'
  | 'call.told'
  | 'call.compare'
  | 'call.guided'
  | 'call.end'
>;

/** A call as this process knows it: what is stored, and what was looked at. */
interface Open extends StoredCall {
  number: number;
  view: InspectionView | null;
  earlier: string | null;
}

/** What of a call goes into its ticket. */
export interface CallPart {
  notes: string;
  minutes: number;
  asked: StoredCall['asked'];
  guides: readonly string[];
}

const shown = { causes: 8, changes: 60 } as const;
const gone = { ok: false, code: 'gone' } as const;
/** Kinds of look whose text is small enough to be kept until the call ends. */
const textSources = ['dsregcmd-status', 'support-code'] as const;

/** A tab that was opened and left empty is nothing to keep. */
const holdsSomething = ({ name, notes, text, file, asked, guides }: StoredCall): boolean =>
  `${name}${notes}`.trim() !== '' || text !== null || file || asked.length > 0 || guides.length > 0;

export const createCalls = ({ store, inspections, now, readText }: CallsOptions) => {
  let calls: Open[] | null = null;
  let numbered = 0;
  /** One writer, in the order of what happened. */
  let writing: Promise<unknown> = Promise.resolve();

  const restore = async (call: StoredCall): Promise<Open> => {
    const read = call.text === null ? null : await readText(call.text);
    return {
      ...call,
      number: ++numbered,
      view: read?.ok === true ? read.value : null,
      earlier: null,
    };
  };

  let restoring: Promise<Open[]> | null = null;
  const all = async (): Promise<Open[]> => {
    restoring ??= (async () => {
      const opened: Open[] = [];
      for (const call of await store.read()) opened.push(await restore(call));
      return opened;
    })();
    return (calls ??= await restoring);
  };

  const keep = async (): Promise<void> => {
    const stored = (calls ?? []).map(
      ({ id, name, notes, startedAt, text, file, asked, guides }): StoredCall => {
        return { id, name, notes, startedAt, text, file, asked, guides };
      },
    );
    writing = writing.then(() => store.write(stored.filter(holdsSomething)));
    await writing;
  };

  const comparisonOf = ({ view, earlier }: Open): ComparisonView | null => {
    const before = earlier === null ? null : inspections.find(earlier);
    const after = view === null ? null : inspections.find(view.id);
    if (before === null || after === null || view === null) return null;
    const { came, went, changes } = compare(before, after);
    const said = changes.flatMap(({ relevance, ...change }) =>
      relevance === 'time' ? [] : [{ ...change, relevance }],
    );
    const findings = (ids: readonly string[], { diagnosis }: Look): Finding[] =>
      diagnosis.findings.filter(({ id }) => ids.includes(id));
    const side = ({ snapshot }: Look, label: string | null) => ({
      label,
      observedAt: snapshot.observedAt,
    });
    return {
      earlier: side(before, inspections.view(earlier ?? '')?.label ?? null),
      later: side(after, view.label),
      came: findings(came, after),
      went: findings(went, before),
      changes: said.slice(0, shown.changes),
      cut: Math.max(0, said.length - shown.changes),
      times: changes.length - said.length,
    };
  };

  const viewOf = (call: Open): CallView => {
    const { id, number, name, notes, startedAt, view, file, asked } = call;
    const { remaining, leading, next } = narrow(asked);
    return {
      id,
      number,
      name,
      notes,
      startedAt,
      view,
      fileGone: file && view === null,
      asked,
      next: next?.id ?? null,
      causes: remaining.slice(0, shown.causes).map(({ rule, fits, against }) => ({
        id: rule.id,
        link: rule.link,
        severity: rule.severity,
        owner: rule.owner,
        guide: rule.guide,
        fits,
        against,
      })),
      fitting: remaining.length,
      leading: leading?.rule.id ?? null,
      comparison: comparisonOf(call),
    };
  };

  const changed = async (id: string, change: (call: Open) => void): Promise<Outcome<CallView>> => {
    const call = (await all()).find((one) => one.id === id);
    if (call === undefined) return gone;
    change(call);
    await keep();
    return { ok: true, value: viewOf(call) };
  };

  /** The text behind a look, where there is one small enough to keep. */
  const textOf = (inspection: string): string | null => {
    const raws = inspections.find(inspection)?.raws;
    const view = inspections.view(inspection);
    if (view === null || (view.origin !== 'text' && view.origin !== 'code')) return null;
    for (const source of textSources) {
      const raw = raws?.get(source);
      if (raw?.kind !== 'ok') continue;
      const { text } = decode(raw.value.bytes);
      return text.length <= callLimits.text ? text : null;
    }
    return null;
  };

  const attach = (call: Open, inspection: string | null): void => {
    call.view = inspection === null ? null : inspections.view(inspection);
    call.text = inspection === null ? null : textOf(inspection);
    call.file = call.view !== null && call.text === null;
    call.earlier = null;
  };

  const answered = (call: Open, question: string, answer: Tri | null): void => {
    const others = call.asked.filter((one) => one.question !== question);
    call.asked = answer === null ? others : [...others, { question, answer }];
  };

  const services: Calls = {
    'calls.list': async () => (await all()).map(viewOf),
    'call.begin': async () => {
      const open = await all();
      if (open.length >= callLimits.calls) return { ok: false, code: 'too-many-calls' };
      const call: Open = {
        id: randomUUID(),
        number: ++numbered,
        name: '',
        notes: '',
        startedAt: now(),
        text: null,
        file: false,
        asked: [],
        guides: [],
        view: null,
        earlier: null,
      };
      open.push(call);
      await keep();
      return { ok: true, value: viewOf(call) };
    },
    'call.write': (id, name, notes) =>
      changed(id, (call) => {
        call.name = name;
        call.notes = notes;
      }),
    'call.attach': async (id, inspection) =>
      inspection !== null && inspections.view(inspection) === null
        ? gone
        : changed(id, (call) => attach(call, inspection)),
    'call.answer': async (id, question, answer) =>
      isQuestion(question) ? changed(id, (call) => answered(call, question, answer)) : gone,
    'call.told': async (id) => {
      const call = (await all()).find((one) => one.id === id);
      if (call === undefined) return gone;
      const diagnosis = diagnoseTold(call.asked);
      const snapshot = {
        observedAt: null,
        origin: 'text',
        platform: 'win32',
        readings: {},
      } as const;
      return {
        ok: true,
        value: inspections.keep({
          origin: 'told',
          label: null,
          diagnosis,
          snapshot,
          raws: new Map(),
        }),
      };
    },
    'call.compare': async (id, earlier) =>
      earlier !== null && inspections.view(earlier) === null
        ? gone
        : changed(id, (call) => {
            call.earlier = earlier;
          }),
    'call.guided': async (id, run) => {
      const done = await changed(id, (call) => {
        const others = call.guides.filter((one) => one !== run);
        call.guides = [...others, run].slice(-callLimits.guides);
      });
      return done.ok;
    },
    'call.end': async (id) => {
      const open = await all();
      const at = open.findIndex((one) => one.id === id);
      if (at < 0) return false;
      open.splice(at, 1);
      await keep();
      return true;
    },
  };

  return {
    services,
    /** What a ticket tells of the call; null when it is over. */
    part: async (id: string): Promise<CallPart | null> => {
      const call = (await all()).find((one) => one.id === id);
      if (call === undefined) return null;
      const { notes, startedAt, asked, guides } = call;
      return { notes, minutes: Math.round((now() - startedAt) / 60_000), asked, guides };
    },
  };
};
