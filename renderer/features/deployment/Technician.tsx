import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { lazy, Suspense, type ComponentProps, type ReactNode } from 'react';
import type { DeploymentView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { Reach } from '../reach/Reach';
import type { ReachTests } from '../reach/useReach';
import { Readiness } from '../readiness/Readiness';
import type { Place } from '../shell/PlaceContext';
import { Deployment } from './Deployment';
import type { Hand } from './useAtHand';
import type { Batch } from './useBatch';

const useStyles = makeStyles({
  views: {
    inlineSize: '100%',
    maxInlineSize: 'var(--page-width)',
    marginInline: 'auto',
    paddingBlockStart: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    flexWrap: 'wrap',
  },
  /** Wide enough for a sheet, and the same for every view, so that nothing jumps between them. */
  seat: { '--page-width': '1100px' },
});

const views: readonly DeploymentView[] = ['device', 'reach', 'readiness', 'batch', 'cloud'];

/** Loaded when somebody keeps a sheet. */
const BatchPage = lazy(async () => ({ default: (await import('./BatchPage')).BatchPage }));

interface Props extends ComponentProps<typeof Deployment> {
  where: Place;
  tests: ReachTests;
  batch: Batch;
  hand: Hand;
  cloud: ReactNode;
}

/** What a technician looks at: the device, or the ways out of this computer. */
export const Technician = ({ where, tests, batch, hand, cloud, ...device }: Props) => {
  const styles = useStyles();
  const { say } = useWords();
  const { view } = where.place;
  const seen = device.openedChosen ? device.reading.view : device.inspection.view;
  const lookedAt = seen?.id ?? null;
  return (
    <div className={styles.seat}>
      <TabList
        className={styles.views}
        data-print="no"
        size="small"
        aria-label={say('deployment.views')}
        selectedValue={view}
        onTabSelect={(_event, { value }) => where.move({ view: value as DeploymentView })}
      >
        {views.map((id) => (
          <Tab key={id} id={`view-${id}`} value={id} aria-controls="view">
            {say(`deployment.view.${id}`)}
          </Tab>
        ))}
      </TabList>
      <div id="view" role="tabpanel" aria-labelledby={`view-${view}`}>
        {view === 'device' && <Deployment {...device} />}
        {view === 'reach' && <Reach house={device.house} inspection={lookedAt} tests={tests} />}
        {view === 'cloud' && cloud}
        {view === 'batch' && (
          <Suspense fallback={null}>
            <BatchPage house={device.house} start={device.start} batch={batch} hand={hand} />
          </Suspense>
        )}
        {view === 'readiness' && <Readiness house={device.house} inspection={lookedAt} />}
      </div>
    </div>
  );
};
