import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: { display: 'block', inlineSize: '24px', blockSize: '24px', flexShrink: 0 },
  tile: { fill: tokens.colorBrandBackground },
  line: { fill: 'none', stroke: tokens.colorNeutralForegroundOnBrand },
});

/** A line map with a stop that was found: what the product does, in one sign. */
export const Mark = () => {
  const styles = useStyles();
  return (
    <svg className={styles.root} viewBox="0 0 24 24" aria-hidden>
      <rect className={styles.tile} width="24" height="24" rx="6" />
      <g className={styles.line} strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        <path d="M5 16h4l3.2-6" />
        <path d="M16.5 7.5H19" />
        <circle cx="14" cy="7.5" r="2.4" />
      </g>
    </svg>
  );
};
