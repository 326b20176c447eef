import { makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ComponentProps, type ReactNode } from 'react';
import { useWords } from '../../words/useWords';
import { Reach } from '../reach/Reach';
import type { ReachTests } from '../reach/useReach';
import { Readiness } from '../readiness/Readiness';
import { Deployment } from './Deployment';

const useStyles = makeStyles({
  views: {
    inlineSize: '100%',
    maxInlineSize: '800px',
    marginInline: 'auto',
    paddingBlockStart: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    flexWrap: 'wrap',
  },
  /** As wide as the page below. */
  wide: { maxInlineSize: '1100px' },
});

const views = ['device', 'reach', 'readiness', 'batch', 'cloud'] as const;

/** Loaded when somebody keeps a sheet. */
const BatchPage = lazy(async () => ({ default: (await import('./BatchPage')).BatchPage }));

type View = (typeof views)[number];

/** What a technician looks at: the device, or the ways out of this computer. */
export const Technician = ({
  tests,
  cloud,
  ...device
}: ComponentProps<typeof Deployment> & { tests: ReachTests; cloud: ReactNode }) => {
  const styles = useStyles();
  const { say } = useWords();
  const [view, setView] = useState<View>('device');
  const seen = device.openedChosen ? device.reading.view : device.inspection.view;
  const lookedAt = seen?.id ?? null;
  return (
    <>
      <TabList
        className={mergeClasses(styles.views, view === 'batch' && styles.wide)}
        data-print="no"
        size="small"
        aria-label={say('deployment.views')}
        selectedValue={view}
        onTabSelect={(_event, { value }) => setView(value as View)}
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
            <BatchPage house={device.house} start={device.start} />
          </Suspense>
        )}
        {view === 'readiness' && <Readiness house={device.house} inspection={lookedAt} />}
      </div>
    </>
  );
};
