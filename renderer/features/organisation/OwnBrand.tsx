import { makeStyles, tokens } from '@fluentui/react-components';
import { useOrganisation } from './useOrganisation';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minInlineSize: 0,
    paddingInlineStart: tokens.spacingHorizontalS,
    borderInlineStartWidth: '1px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  logo: { blockSize: '24px', maxInlineSize: '120px', objectFit: 'contain' },
  name: {
    maxInlineSize: '24ch',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

/** Whose PC this is; nothing where no organisation said so. */
export const OwnBrand = () => {
  const styles = useStyles();
  const { name, branding } = useOrganisation();
  if (name === null) return null;
  return (
    <span className={styles.root}>
      {branding.logo !== null && <img className={styles.logo} src={branding.logo} alt="" />}
      <bdi className={styles.name} title={name}>
        {name}
      </bdi>
    </span>
  );
};
