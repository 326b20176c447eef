import { Button } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { useMemo } from 'react';
import { encode } from 'uqr';
import type { ResetKindView, ReturnSheetView } from '../../../preload/contract-readiness';
import { qrText, readinessWords } from '../../../strings/readiness-words';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import { useReadinessStyles } from './useReadinessStyles';

/** One path for all dark squares: a picture that stays sharp on paper. */
const Qr = ({ text, label }: { text: string; label: string }) => {
  const styles = useReadinessStyles();
  const { size, path } = useMemo(() => {
    const { data, size: modules } = encode(text, { border: 2 });
    const squares = data.flatMap((row, y) =>
      row.flatMap((dark, x) => (dark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])),
    );
    return { size: modules, path: squares.join('') };
  }, [text]);
  return (
    <svg
      className={styles.qr}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
};

/** What goes along on paper. */
export const ReturnSheet = ({
  sheet,
  kind,
}: {
  sheet: ReturnSheetView;
  kind: ResetKindView | null;
}) => {
  const styles = useReadinessStyles();
  const words = useWords();
  const { say } = words;
  const parts = readinessWords(words).sheet(sheet, kind);
  return (
    <section className={styles.section} aria-labelledby="return-sheet">
      <div data-print="no" className={styles.section}>
        <Heading level={2} id="return-sheet">
          {say('readiness.sheet')}
        </Heading>
        <p className={styles.text}>{say('readiness.sheet.intro')}</p>
        <div>
          <Button icon={<PrintRegular />} onClick={() => window.print()}>
            {say('readiness.print')}
          </Button>
        </div>
      </div>
      <div className={styles.sheet}>
        <div className={styles.section}>
          {parts.map(({ id, title, lines }) => (
            <div key={id} className={styles.sheetPart}>
              <Heading level={3}>{title}</Heading>
              <ul>
                {lines.map((line) => (
                  <li key={line}>
                    <bdi>{line}</bdi>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
        <Qr text={qrText(parts)} label={say('readiness.qr')} />
      </div>
    </section>
  );
};
