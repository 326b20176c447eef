import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { InspectionView, Seat, Settings } from '../../../preload/contract';
import { useCodes } from '../codes/useCodes';
import { useShortcuts } from '../desk/useShortcuts';
import { atHandFirst, useAtHand } from '../deployment/useAtHand';
import { useBatch } from '../deployment/useBatch';
import { EvidenceDrawer } from '../evidence/EvidenceDrawer';
import { useEvidence } from '../evidence/useEvidence';
import { DropHint } from '../guide-a-call/DropHint';
import { useCallContents } from '../guide-a-call/useCallContents';
import { useCalls } from '../guide-a-call/useCalls';
import { useFileDrop } from '../guide-a-call/useFileDrop';
import { useReading } from '../guide-a-call/useReading';
import { GuidesContext } from '../guide/GuidesContext';
import { useFits } from '../guide/useFits';
import { useGuide } from '../guide/useGuide';
import { MyDevice } from '../my-device/MyDevice';
import { OrganisationNotices } from '../organisation/OrganisationNotices';
import { useReach } from '../reach/useReach';
import { useFirstLook } from '../my-device/useFirstLook';
import { useInspection } from '../my-device/useInspection';
import { Header } from './Header';
import { LostBar } from './LostBar';
import { PlaceContext } from './PlaceContext';
import { usePlace } from './usePlace';
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
const GuideACall = lazy(async () => ({
  default: (await import('../guide-a-call/GuideACall')).GuideACall,
}));
const GuideRoom = lazy(async () => ({
  default: (await import('../guide/GuideRoom')).GuideRoom,
}));
const Unfinished = lazy(async () => ({
  default: (await import('../guide/Unfinished')).Unfinished,
}));
const Welcome = lazy(async () => ({ default: (await import('../desk/Welcome')).Welcome }));
const KeyMap = lazy(async () => ({ default: (await import('../desk/KeyMap')).KeyMap }));
const Cloud = lazy(async () => ({ default: (await import('../cloud/Cloud')).Cloud }));
const CodeDrawer = lazy(async () => ({
  default: (await import('../codes/CodeDrawer')).CodeDrawer,
}));

interface Props {
  house: House;
  start: Start;
  settings: Settings;
  change(part: Partial<Settings>): void;
  move(part: Partial<Settings['place']>): void;
}

/** The frame around the seats. What was read stays read while a person walks between them. */
export const Shell = ({ house, start, settings, change, move }: Props) => {
  const styles = useStyles();
  const inspection = useInspection(house);
  const [welcoming, setWelcoming] = useState(false);
  /** Whoever chooses a seat has seen the welcome, and wants to be there. */
  const go = useCallback(
    (to: Seat) => {
      setWelcoming(false);
      change({ seat: to, welcomed: true });
    },
    [change],
  );
  const toCall = useCallback(() => go('guide-a-call'), [go]);
  const reading = useReading(house, toCall);
  const rememberCall = useCallback((call: string | null) => move({ call }), [move]);
  const calls = useCalls(house, settings.place.call, rememberCall);
  const evidence = useEvidence();
  const codes = useCodes(house);
  const tests = useReach(house);
  const guiding = useGuide(house);
  const [codesWanted, setCodesWanted] = useState(false);
  const [openedChosen, chooseOpened] = useState(false);
  /** The look of a call, shown in the technician's seat. */
  const [pinned, pin] = useState<InspectionView | null>(null);
  const { welcomed, place } = settings;
  useFirstLook(start, inspection, { welcomed, sample: place.sample });
  usePlace(house, inspection, start.info.canInspectThisDevice, move);
  const [keys, setKeys] = useState<'unseen' | 'open' | 'closed'>('unseen');
  const where = useMemo(() => ({ place, move }), [place, move]);
  const batch = useBatch(house, where);
  const hand = useAtHand(batch, atHandFirst(start));
  const [cloudSeat, setCloudSeat] = useState<Seat | null>(null);
  const { seat } = settings;
  const opened = seat === 'guide-a-call' || (seat === 'deployment' && openedChosen);
  useCallContents(calls, seat, reading.view, guiding.run);
  const called = calls.current?.view ?? null;
  const openedReading = {
    ...reading,
    view: pinned ?? reading.view,
    readFile: (file: File) => {
      pin(null);
      reading.readFile(file);
    },
  };
  const shown = seat === 'guide-a-call' ? called : opened ? openedReading.view : inspection.view;
  const lookedAt = shown?.id ?? null;
  const fits = useFits(house, seat, lookedAt);
  const { start: startGuide, list } = guiding;
  const guides = useMemo(
    () => ({
      startable: new Set(fits.filter(({ fit }) => fit !== 'refused').map(({ id }) => id)),
      start: (guide: string) => startGuide(guide, seat, lookedAt),
      list,
    }),
    [fits, startGuide, list, seat, lookedAt],
  );
  const welcome = !welcomed || welcoming;
  const guided = welcome || guiding.run !== null || guiding.listing;
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
  useShortcuts(settings.keys, (wish) => {
    if (wish === 'map') setKeys('open');
    else if (wish === 'codes') lookUpCode();
    else if (wish === 'again') {
      if (inspection.target !== null) inspection.start(inspection.target);
    } else go(wish);
  });
  const showRead = (view: InspectionView) => {
    pin(null);
    reading.show(view);
  };
  const cloudRoom = (back?: () => void) => (
    <Suspense fallback={null}>
      <Cloud
        key={seat}
        house={house}
        seat={seat}
        inspection={lookedAt}
        sample={!opened && inspection.target?.kind === 'sample'}
        show={opened ? showRead : inspection.show}
        explain={explain}
        {...(back === undefined ? {} : { back })}
      />
    </Suspense>
  );
  const inCloud = cloudSeat === seat && seat !== 'deployment';
  const enterCloud = () => setCloudSeat(seat);
  const leaveCloud = () => setCloudSeat(null);
  return (
    <div className={styles.root}>
      <Header
        house={house}
        info={start.info}
        settings={settings}
        change={change}
        go={go}
        lookUpCode={lookUpCode}
        showWelcome={() => setWelcoming(true)}
        showKeys={() => setKeys('open')}
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
          <PlaceContext.Provider value={where}>
            <GuidesContext.Provider value={guides}>
              {welcome && (
                <Suspense fallback={null}>
                  <Welcome start={() => go(seat)} />
                </Suspense>
              )}
              {!welcome && guided && (
                <Suspense fallback={null}>
                  <GuideRoom
                    house={house}
                    guiding={guiding}
                    seat={seat}
                    inspection={lookedAt}
                    practice={!opened && inspection.target?.kind === 'sample'}
                  />
                </Suspense>
              )}
              {!guided && guiding.unfinished.length > 0 && (
                <Suspense fallback={null}>
                  <Unfinished guiding={guiding} />
                </Suspense>
              )}
              {!guided && inCloud && cloudRoom(leaveCloud)}
              {!guided && !inCloud && seat === 'my-device' && (
                <MyDevice
                  house={house}
                  start={start}
                  inspection={inspection}
                  showEvidence={evidence.show}
                  openCloud={enterCloud}
                />
              )}
              {!guided && seat === 'deployment' && (
                <Suspense fallback={null}>
                  <Technician
                    where={where}
                    tests={tests}
                    batch={batch}
                    hand={hand}
                    cloud={cloudRoom()}
                    house={house}
                    start={start}
                    inspection={inspection}
                    reading={openedReading}
                    openedChosen={openedChosen}
                    chooseOpened={chooseOpened}
                    showEvidence={evidence.show}
                    showProbe={evidence.showProbe}
                  />
                </Suspense>
              )}
              {!guided && !inCloud && seat === 'guide-a-call' && (
                <Suspense fallback={null}>
                  <GuideACall
                    house={house}
                    room={calls}
                    reading={reading}
                    openCloud={enterCloud}
                    explain={explain}
                    showReadings={() => {
                      chooseOpened(true);
                      pin(called);
                      go('deployment');
                    }}
                    showEvidence={evidence.show}
                  />
                </Suspense>
              )}
            </GuidesContext.Provider>
          </PlaceContext.Provider>
        </div>
      </main>
      {hovering && <DropHint />}
      <EvidenceDrawer house={house} evidence={evidence} explain={explain} />
      {keys !== 'unseen' && (
        <Suspense fallback={null}>
          <KeyMap
            open={keys === 'open'}
            single={settings.keys}
            setSingle={(on) => change({ keys: on })}
            close={() => setKeys('closed')}
          />
        </Suspense>
      )}
      {codesWanted && (
        <Suspense fallback={null}>
          <CodeDrawer codes={codes} />
        </Suspense>
      )}
    </div>
  );
};
