import { Link, makeStyles } from '@fluentui/react-components';
import type { OrganisationAddress } from '../../../preload/contract-organisation';
import { useOrganisation } from './useOrganisation';

const useStyles = makeStyles({
  text: { overflowWrap: 'anywhere', userSelect: 'text' },
  link: { overflowWrap: 'anywhere', textAlign: 'start' },
});

interface Props {
  what: OrganisationAddress;
  text: string;
  /** Written out where nothing can be opened, unless the text holds it already. */
  address?: string;
}

/** One address of the organisation: a link where it can be opened, and to be read and typed elsewhere. */
export const OwnAddress = ({ what, text, address }: Props) => {
  const styles = useStyles();
  const { open } = useOrganisation();
  if (open !== null)
    return (
      <Link as="button" inline className={styles.link} onClick={() => open(what)}>
        {text}
      </Link>
    );
  return (
    <span className={styles.text}>
      {address === undefined ? (
        text
      ) : (
        <>
          {text}: <bdi>{address}</bdi>
        </>
      )}
    </span>
  );
};
