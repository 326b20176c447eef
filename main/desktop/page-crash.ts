import type { RenderProcessGoneDetails, WebContents } from 'electron';
import type { Log } from '../ipc/log';

/** Whether a fresh page can be expected to fare better. */
const worthATry: Readonly<Record<RenderProcessGoneDetails['reason'], boolean>> = {
  'clean-exit': false,
  'abnormal-exit': true,
  killed: true,
  crashed: true,
  oom: true,
  'launch-failed': false,
  'integrity-failure': false,
  'memory-eviction': true,
};

type Page = Pick<WebContents, 'on' | 'reload'>;

/** Once: a page that crashes again would flicker for ever and hide why. */
export const reloadOnce = (page: Page, log: Log, giveUp: () => void): void => {
  let reloaded = false;
  page.on('render-process-gone', (_event, { reason, exitCode }) => {
    const again = worthATry[reason] && !reloaded;
    log('error', 'page gone', { reason, exitCode, next: again ? 'reload' : 'give up' });
    if (again) {
      reloaded = true;
      page.reload();
    } else if (reason !== 'clean-exit') giveUp();
  });
};
