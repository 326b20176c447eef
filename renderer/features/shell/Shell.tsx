import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useState } from 'react';
import type { Settings } from '../../../preload/contract';
import { useCodes } from '../codes/useCodes';
import { EvidenceDrawer } from '../evidence/EvidenceDrawer';
import { useEvidence } from '../evidence/useEvidence';
import { DropHint } from '../guide-a-call/DropHint';
import { GuideACall } from '../guide-a-call/GuideACall';
import { useFileDrop } from '../guide-a-call/useFileDrop';
import { useReading } from '../guide-a-call/useReading';
import { MyDevice } from '../my-device/MyDevice';
import { OrganisationNotices } from '../organisation/OrganisationNotices';
import { OrganisationContext, useOrganisationFile } from '../organisation/useOrganisation';
import { useReach } from '../reach/useReach';
import { useFirstLook } from '../my-device/useFirstLook';
import { useInspection } from '../my-device/useInspection';
import { Header } from './Header';
import { LostBar } from './LostBar';
import type { House } from './useHouse';
import type { Start } from './useStart';

const useStyles = makeStyles({
  root: {
    blockSize: '100%',
    display: 'grid',
    gridTemplateRows: 'auto 1fr',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  main: { display: 'flex', flexDirection: 'column', minBlockSize: 0 },
  seat: { flexGrow: 1, minBlockSize: 0, overflowY: 'auto', overflowX: 'hidden' },
});

/** Loaded when somebody goes there: the end user's first verdict does not wait for them. */
const Technician = lazy(async () => ({
  default: (await import('../deployment/Technician')).Technician,
}));
const CodeDrawer = lazy(async () => ({
  default: (await import('../codes/CodeDrawer')).CodeDrawer,
}));

interface Props {
  house: House;
  start: Start;
  settings: Settings;
  change(part: Partial<Settings>): void;
}

/** The frame around the seats. What was read stays read while a person walks between them. */
export const Shell = ({ house, start, settings, change }: Props) => {
  const styles = useStyles();
  const inspection = useInspection(house);
  const toCall = useCallback(() => change({ seat: 'guide-a-call' }), [change]);
  const reading = useReading(house, toCall);
  const organisation = useOrganisationFile(house);
  const evidence = useEvidence();
  const codes = useCodes(house);
  const tests = useReach(house);
  const [codesWanted, setCodesWanted] = useState(false);
  const [openedChosen, chooseOpened] = useState(false);
  useFirstLook(start, inspection);
  const { readFile } = reading;
  const dropped = useCallback(
    (file: File) => {
      toCall();
      readFile(file);
    },
    [toCall, readFile],
  );
  const hovering = useFileDrop(dropped);
  const explain = (code: string, area: string | null) => {
    evidence.close();
    setCodesWanted(true);
    codes.explain(code, area);
  };
  const lookUpCode = () => {
    setCodesWanted(true);
    codes.show();
  };
  return (
    <OrganisationContext value={organisation}>
      <div className={styles.root}>
        <Header
          house={house}
          info={start.info}
          settings={settings}
          change={change}
          lookUpCode={lookUpCode}
        />
        <main className={styles.main}>
          <div
            id="seat"
            className={styles.seat}
            role="tabpanel"
            aria-labelledby={`seat-${settings.seat}`}
          >
            {house.lost && <LostBar />}
            <OrganisationNotices />
            {settings.seat === 'my-device' && (
              <MyDevice
                house={house}
                start={start}
                inspection={inspection}
                showEvidence={evidence.show}
              />
            )}
            {settings.seat === 'deployment' && (
              <Suspense fallback={null}>
                <Technician
                  tests={tests}
                  house={house}
                  start={start}
                  inspection={inspection}
                  reading={reading}
                  openedChosen={openedChosen}
                  chooseOpened={chooseOpened}
                  showEvidence={evidence.show}
                  showProbe={evidence.showProbe}
                />
              </Suspense>
            )}
            {settings.seat === 'guide-a-call' && (
              <GuideACall
                reading={reading}
                explain={explain}
                showReadings={() => {
                  chooseOpened(true);
                  change({ seat: 'deployment' });
                }}
                showEvidence={evidence.show}
              />
            )}
          </div>
        </main>
        {hovering && <DropHint />}
        <EvidenceDrawer house={house} evidence={evidence} explain={explain} />
        {codesWanted && (
          <Suspense fallback={null}>
            <CodeDrawer codes={codes} />
          </Suspense>
        )}
      </div>
    </OrganisationContext>
  );
};
