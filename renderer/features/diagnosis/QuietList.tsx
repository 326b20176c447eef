import { makeStyles, tokens } from '@fluentui/react-components';
import { Heading } from '../shell/Heading';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    margin: 0,
    paddingBlock: tokens.spacingVerticalL,
    paddingInline: tokens.spacingHorizontalXXL,
    borderRadius: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    listStyleType: 'none',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  extra: {
    marginInlineStart: tokens.spacingHorizontalM,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2, maxInlineSize: '68ch' },
});

interface Props {
  id: string;
  title: string;
  intro?: string;
  rows: readonly { name: string; text: string; extra?: string | null }[];
}

/** Things to know that ask for nothing. */
export const QuietList = ({ id, title, intro, rows }: Props) => {
  const styles = useStyles();
  return (
    <section className={styles.root} aria-labelledby={id}>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      {intro !== undefined && <p className={styles.intro}>{intro}</p>}
      <ul className={styles.list}>
        {rows.map(({ name, text, extra }, index) => (
          <li key={`${name} ${index}`}>
            <span className={styles.name}>{name}</span>
            {extra && (
              <code className={styles.extra} dir="ltr">
                {extra}
              </code>
            )}
            <p className={styles.text}>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};
