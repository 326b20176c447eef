import { expect, it, vi } from 'vitest';
import { startTray, type TrayParts } from '../../main/desktop/tray';
import { trayNews } from '../../main/desktop/tray-decision';
import type { InspectionView, Outcome, VerdictState } from '../../preload/contract';
import { as } from './fakes';

const states: readonly VerdictState[] = ['healthy', 'unknown', 'attention', 'broken'];

it('says something only when asked to, and only when it became worse', () => {
  const said = states.flatMap((before) =>
    states
      .filter((after) => trayNews(before, after, true).notify)
      .map((after) => `${before} > ${after}`),
  );
  expect(said).toEqual([
    'healthy > attention',
    'healthy > broken',
    'unknown > attention',
    'unknown > broken',
    'attention > broken',
  ]);
  for (const before of [null, ...states])
    for (const after of states) expect(trayNews(before, after, false).notify).toBe(false);
});

it('is quiet at the first look, however bad it is', () => {
  expect(trayNews(null, 'broken', true).notify).toBe(false);
});

const looked = (
  state: VerdictState,
  origin: InspectionView['origin'] = 'this-device',
): Outcome<InspectionView> => as({ ok: true, value: { origin, diagnosis: { state } } });

const desk = (wanted: boolean) => {
  const tips: string[] = [];
  const said: string[] = [];
  let menu: { label?: string; click?: () => void }[] = [];
  const again = vi.fn();
  const parts: TrayParts = {
    make: () =>
      as({
        setToolTip: (tip: string) => tips.push(tip),
        setContextMenu: () => undefined,
        on: () => undefined,
      }),
    menu: (template) => {
      menu = as(template);
      return as({});
    },
    notify: ({ body }) => ({ show: () => void said.push(body) }),
    words: () =>
      Promise.resolve({ state: (state) => state, again: 'again', open: 'open', quit: 'quit' }),
    wanted: () => Promise.resolve(wanted),
    again,
    open: () => undefined,
    quit: () => undefined,
  };
  return {
    tray: startTray(parts),
    tips,
    said,
    again,
    click: (label: string) => menu.find((row) => row.label === label)?.click?.(),
  };
};

it('shows the verdict of this device, and of no other', async () => {
  const { tray, tips, said } = desk(true);
  await tray.ready;
  await tray.looked(looked('healthy'));
  await tray.looked(looked('broken', 'capture'));
  await tray.looked({ ok: false, code: 'busy' });
  expect(tips).toEqual(['Fieldkit · unknown', 'Fieldkit · healthy']);
  await tray.looked(looked('broken'));
  expect(said).toEqual(['broken']);
});

it('says nothing to somebody who did not ask, and looks again at a click', async () => {
  const { tray, said, again, click } = desk(false);
  await tray.looked(looked('healthy'));
  await tray.looked(looked('broken'));
  expect(said).toEqual([]);
  click('again');
  expect(again).toHaveBeenCalledOnce();
});
