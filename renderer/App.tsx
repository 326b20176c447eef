import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { AppInfo } from '../preload/contract';
import { createWords } from '../strings';
import { english } from '../strings/for-page';
import { directionOf, servedLanguages } from '../strings/languages';
import { ConnectionLost } from './features/shell/ConnectionLost';
import { Fault } from './features/shell/Fault';
import { Shell } from './features/shell/Shell';
import { useHouse } from './features/shell/useHouse';
import { useStart } from './features/shell/useStart';
import { themesOf } from './theme/themes';
import { OrganisationContext, useOrganisationFile } from './features/organisation/useOrganisation';
import { useTheme } from './theme/useTheme';
import { useLanguage } from './words/useLanguage';
import { WordsContext } from './words/WordsContext';

/** English, until somebody said which language to speak; also what is left when nobody answers. */
const firstWords = createWords('en', english);

/** Through the browser door, the browser is the person's own and knows best. */
const wishesOf = ({ door, languages }: AppInfo): readonly string[] =>
  door === 'browser' ? navigator.languages : languages;

export const App = ({ nonce }: { nonce: string }) => {
  const renderer = useMemo(
    () => createDOMRenderer(document, { styleElementAttributes: { nonce } }),
    [nonce],
  );
  const house = useHouse();
  const { start, settings, change, move } = useStart(house);
  const theme = useTheme(settings?.theme ?? 'system');
  const organisation = useOrganisationFile(house, start?.info.door === 'desktop');
  const themes = useMemo(
    () => themesOf(organisation.branding.colour),
    [organisation.branding.colour],
  );
  const wishes = start === null ? null : wishesOf(start.info);
  const spoken = wishes && servedLanguages(wishes, organisation.languages);
  const words = useLanguage(settings?.language ? [settings.language] : spoken, wishes ?? []);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider
        theme={themes[theme]}
        dir={directionOf((words ?? firstWords).language)}
        style={{ blockSize: '100%' }}
      >
        <WordsContext.Provider value={words ?? firstWords}>
          <Fault>
            {start !== null && settings !== null && words !== null ? (
              <OrganisationContext value={organisation}>
                <Shell
                  house={house}
                  start={start}
                  settings={settings}
                  change={change}
                  move={move}
                />
              </OrganisationContext>
            ) : (
              house.lost && <ConnectionLost />
            )}
          </Fault>
        </WordsContext.Provider>
      </FluentProvider>
    </RendererProvider>
  );
};
