import type { Menu, Notification, Tray } from 'electron';
import type { InspectionView, Outcome, VerdictState } from '../../preload/contract';
import { trayNews } from './tray-decision';

export interface TrayWords {
  state(state: VerdictState): string;
  again: string;
  open: string;
  quit: string;
}

export interface TrayParts {
  make(): Pick<Tray, 'setToolTip' | 'setContextMenu' | 'on'>;
  menu(template: Parameters<typeof Menu.buildFromTemplate>[0]): Menu;
  notify(options: { title: string; body: string }): Pick<Notification, 'show'>;
  words(): Promise<TrayWords>;
  /** Whether the person asked for messages. */
  wanted(): Promise<boolean>;
  again(): void;
  open(): void;
  quit(): void;
}

/** Quiet beside the clock: the verdict of this device, and a way to look again. */
export const startTray = (parts: TrayParts) => {
  const icon = parts.make();
  let last: VerdictState | null = null;
  icon.on('click', parts.open);
  const show = async (state: VerdictState): Promise<void> => {
    const words = await parts.words();
    icon.setToolTip(`Fieldkit · ${words.state(state)}`);
    icon.setContextMenu(
      parts.menu([
        { label: words.state(state), enabled: false },
        { type: 'separator' },
        { label: words.again, click: parts.again },
        { label: words.open, click: parts.open },
        { type: 'separator' },
        { label: words.quit, click: parts.quit },
      ]),
    );
  };
  return {
    ready: show('unknown'),
    /** Told of every look; only one at this very device says anything about it. */
    async looked(outcome: Outcome<InspectionView>): Promise<void> {
      if (!outcome.ok || outcome.value.origin !== 'this-device') return;
      const { state } = outcome.value.diagnosis;
      const news = trayNews(last, state, await parts.wanted());
      last = state;
      await show(news.state);
      if (!news.notify) return;
      const words = await parts.words();
      parts.notify({ title: 'Fieldkit', body: words.state(state) }).show();
    },
  };
};
