import { makeStyles, tokens } from '@fluentui/react-components';
import type { GapView } from '../../../preload/contract';
import { gapGroups } from '../../model/gapGroups';
import { useWords } from '../../words/useWords';
import { Fold } from '../shell/Fold';
import { Heading } from '../shell/Heading';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  groups: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalL,
    paddingInline: tokens.spacingHorizontalXXL,
    borderRadius: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  name: {
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

interface Props {
  gaps: readonly GapView[];
  /** The helpdesk also sees the name Windows uses. */
  technical: boolean;
}

/** Law 1: what could not be checked is said, and never painted green. */
export const Gaps = ({ gaps, technical }: Props) => {
  const styles = useStyles();
  const { say, lookUp } = useWords();
  if (gaps.length === 0) return null;
  const nameOf = ({ probe, detail }: GapView) =>
    lookUp(`part.${detail}`) ?? lookUp(`probe.${probe}`) ?? probe;
  return (
    <section className={styles.root} aria-labelledby="gaps">
      <Heading level={2} id="gaps">
        {say('gaps.title')}
      </Heading>
      <p className={styles.intro}>{say('gaps.intro')}</p>
      <div className={styles.groups}>
        {gapGroups(gaps).map((group) => (
          <Fold
            key={group.why}
            open={group.short}
            title={say('gaps.reason', {
              count: group.gaps.length,
              reason: lookUp(`gap.${group.why}`) ?? say('gap.other'),
            })}
          >
            <ul className={styles.list}>
              {group.gaps.map((gap, index) => (
                <li key={`${gap.probe} ${index}`}>
                  {nameOf(gap)}
                  {technical && gap.detail !== null && (
                    <code className={styles.name} dir="ltr">
                      {gap.detail}
                    </code>
                  )}
                </li>
              ))}
            </ul>
          </Fold>
        ))}
      </div>
    </section>
  );
};
