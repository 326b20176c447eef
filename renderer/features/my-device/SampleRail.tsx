import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { SampleView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { StateIcon } from '../diagnosis/StateIcon';
import { Heading } from '../shell/Heading';

const useStyles = makeStyles({
  root: {
    display: 'none',
    '@media (min-width: 1000px)': {
      display: 'grid',
      alignContent: 'start',
      gap: tokens.spacingVerticalM,
      paddingBlock: '40px',
      paddingInlineStart: tokens.spacingHorizontalXL,
      paddingInlineEnd: tokens.spacingHorizontalS,
      borderInlineEndWidth: '1px',
      borderInlineEndStyle: 'solid',
      borderInlineEndColor: tokens.colorNeutralStroke2,
    },
  },
  intro: {
    margin: 0,
    paddingInline: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  title: { paddingInline: tokens.spacingHorizontalM },
  list: { display: 'grid', gap: '2px', margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    inlineSize: '100%',
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    border: '1px solid transparent',
    borderRadius: '8px',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1 },
    '@media (forced-colors: active)': { border: '1px solid Highlight' },
  },
  name: { overflowWrap: 'anywhere' },
  join: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  samples: readonly SampleView[];
  chosen: string | null;
  choose(id: string): void;
}

export const SampleRail = ({ samples, chosen, choose }: Props) => {
  const styles = useStyles();
  const { say, lookUp } = useWords();
  return (
    <nav className={styles.root} aria-labelledby="samples-title">
      <Heading level={2} id="samples-title" className={styles.title}>
        {say('samples.title')}
      </Heading>
      <p className={styles.intro}>{say('samples.intro')}</p>
      <ul className={styles.list}>
        {samples.map(({ id, state, joinType }) => (
          <li key={id}>
            <button
              type="button"
              className={mergeClasses(styles.item, id === chosen && styles.chosen)}
              aria-current={id === chosen}
              onClick={() => choose(id)}
            >
              <StateIcon state={state} size="small" />
              <span className={styles.name}>
                {lookUp(`sample.${id}.name`) ?? id}
                <span className={styles.join}>
                  {lookUp(`join.${joinType}`) ?? say('join.unknown')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
};
