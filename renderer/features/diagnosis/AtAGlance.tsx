import { makeStyles, tokens } from '@fluentui/react-components';
import type { DiagnosisView } from '../../../preload/contract';
import { tri } from '../../model/tri';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(210px, 100%), 1fr))',
    margin: 0,
    borderRadius: '12px',
    paddingBlock: tokens.spacingVerticalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  fact: {
    display: 'grid',
    alignContent: 'start',
    gap: '2px',
    paddingBlock: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalXXL,
  },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  value: { margin: 0, overflowWrap: 'anywhere' },
  extra: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  diagnosis: DiagnosisView;
  /** The helpdesk also sees who ran the check and the words Windows uses. */
  technical: boolean;
}

/** The few facts everything else rests on; "not known" is one of the answers. */
export const AtAGlance = ({ diagnosis, technical }: Props) => {
  const styles = useStyles();
  const { say, lookUp } = useWords();
  const { join, prt, enterprisePrt, deviceAuth, tpmProtected, subject } = diagnosis;
  const facts: { id: string; label: string; value: string; extra?: string | null; deep?: true }[] =
    [
      {
        id: 'join',
        label: say('glance.join'),
        value: lookUp(`join.${join.type}`) ?? say('join.unknown'),
      },
      {
        id: 'prt',
        label: say('glance.prt'),
        value: say(`glance.prt.${prt.state}`),
        extra: say(`glance.expected.${tri(prt.expected)}`),
      },
      {
        id: 'device-auth',
        label: say('glance.device-auth'),
        value:
          lookUp(`glance.device-auth.${deviceAuth.state}`) ?? say('glance.device-auth.unknown'),
        extra: deviceAuth.code,
      },
      {
        id: 'subject',
        label: say('glance.subject'),
        value: lookUp(`glance.subject.${subject.kind}`) ?? say('glance.subject.unknown'),
        extra: subject.account,
      },
      {
        id: 'tpm',
        label: say('glance.tpm'),
        value: say(`glance.tpm.${tri(tpmProtected)}`),
        deep: true,
      },
      {
        id: 'enterprise-prt',
        label: say('glance.enterprise-prt'),
        value: say(`glance.prt.${enterprisePrt}`),
        deep: true,
      },
      {
        id: 'elevated',
        label: say('glance.elevated'),
        value: say(`glance.elevated.${tri(subject.elevated)}`),
        extra: lookUp(`glance.session.${subject.session}`),
        deep: true,
      },
    ];
  return (
    <section className={styles.root} aria-labelledby="glance">
      <Heading level={2} id="glance">
        {say('glance.title')}
      </Heading>
      <dl className={styles.list}>
        {facts
          .filter(({ deep }) => technical || deep === undefined)
          .map(({ id, label, value, extra }) => (
            <div key={id} className={styles.fact}>
              <dt className={styles.label}>{label}</dt>
              <dd className={styles.value}>
                {value}
                {extra && <bdi className={styles.extra}>{extra}</bdi>}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
};
