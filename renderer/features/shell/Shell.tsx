import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { Settings } from '../../../preload/contract';
import { Deployment } from '../deployment/Deployment';
import { EvidenceDrawer } from '../evidence/EvidenceDrawer';
import { useEvidence } from '../evidence/useEvidence';
import { DropHint } from '../guide-a-call/DropHint';
import { GuideACall } from '../guide-a-call/GuideACall';
import { useFileDrop } from '../guide-a-call/useFileDrop';
import { useReading } from '../guide-a-call/useReading';
import { MyDevice } from '../my-device/MyDevice';
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
  const evidence = useEvidence();
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
  return (
    <div className={styles.root}>
      <Header house={house} info={start.info} settings={settings} change={change} />
      <main className={styles.main}>
        <div
          id="seat"
          className={styles.seat}
          role="tabpanel"
          aria-labelledby={`seat-${settings.seat}`}
        >
          {house.lost && <LostBar />}
          {settings.seat === 'my-device' && (
            <MyDevice start={start} inspection={inspection} showEvidence={evidence.show} />
          )}
          {settings.seat === 'deployment' && <Deployment goTo={(seat) => change({ seat })} />}
          {settings.seat === 'guide-a-call' && (
            <GuideACall reading={reading} showEvidence={evidence.show} />
          )}
        </div>
      </main>
      {hovering && <DropHint />}
      <EvidenceDrawer house={house} evidence={evidence} />
    </div>
  );
};
