import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { organisationNotice } from '../../../strings/organisation-words';
import { useWords } from '../../words/useWords';
import { useOrganisation } from './useOrganisation';

/** A file of the organisation that was not used is never passed over in silence. */
export const OrganisationNotices = () => {
  const words = useWords();
  return useOrganisation().notices.map((notice) => (
    <MessageBar
      key={`${notice.kind} ${notice.path}`}
      intent={notice.kind === 'outranked' ? 'info' : 'warning'}
      layout="multiline"
    >
      <MessageBarBody>{organisationNotice(notice, words)}</MessageBarBody>
    </MessageBar>
  ));
};
