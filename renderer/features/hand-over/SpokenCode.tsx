import { makeStyles, tokens } from '@fluentui/react-components';
import type { HandOverView } from '../../../preload/contract-hand-over';
import { pictureCode } from '../../theme/picture-code';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    '@media (max-width: 520px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { display: 'grid', gap: tokens.spacingVerticalS },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  code: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    letterSpacing: '0.06em',
    userSelect: 'all',
  },
  picture: { margin: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  caption: {
    maxInlineSize: '180px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  // A camera needs dark on light, whatever the theme.
  qr: { inlineSize: '180px', blockSize: '180px', backgroundColor: pictureCode.light },
});

/** The code to read out, how it is spelt, and the same as a picture. */
export const SpokenCode = ({ shown }: { shown: HandOverView }) => {
  const styles = useStyles();
  const { say } = useWords();
  const { code, spelled, qr } = shown;
  const groups = spelled
    .join(' ')
    .split('  ')
    .map((group) => group.trim());
  return (
    <section className={styles.root} aria-labelledby="spoken-code">
      <div className={styles.words}>
        <Heading level={2} id="spoken-code">
          {say('hand-over.code')}
        </Heading>
        <p className={styles.text}>{say('hand-over.code.hint')}</p>
        <p className={styles.code} dir="ltr">
          {code}
        </p>
        <ol className={styles.text} dir="ltr">
          {groups.map((group, at) => (
            <li key={`${String(at)} ${group}`}>{group}</li>
          ))}
        </ol>
      </div>
      <figure className={styles.picture}>
        <svg
          className={styles.qr}
          viewBox={`0 0 ${String(qr.size)} ${String(qr.size)}`}
          role="img"
          aria-label={say('hand-over.qr')}
          shapeRendering="crispEdges"
        >
          <path d={qr.path} fill={pictureCode.dark} />
        </svg>
        <figcaption className={styles.caption} aria-hidden>
          {say('hand-over.qr')}
        </figcaption>
      </figure>
    </section>
  );
};
