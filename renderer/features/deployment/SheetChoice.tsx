import { Button, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { SheetListView, SheetPlace } from '../../../preload/contract-batch';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import type { Batch } from './useBatch';
import { momentIn, useBatchStyles } from './useBatchStyles';

/** Which sheet, or a new one. */
export const SheetChoice = ({ batch, list }: { batch: Batch; list: SheetListView }) => {
  const styles = useBatchStyles();
  const { say, language, lookUp } = useWords();
  const [name, setName] = useState('');
  const [place, setPlace] = useState<SheetPlace>(list.places[0] ?? 'profile');
  // No form: the page is shut in a frame that may submit none.
  const start = () => {
    if (name.trim() !== '') batch.create(name.trim(), place);
  };
  return (
    <>
      <section className={styles.section} aria-labelledby="sheets">
        <Heading level={2} id="sheets">
          {say('batch.yours')}
        </Heading>
        {list.sheets.length === 0 && <p className={styles.text}>{say('batch.none')}</p>}
        <ul className={styles.plainList}>
          {list.sheets.map((sheet) => (
            <li key={sheet.id} className={styles.choice}>
              <div>
                <strong>{sheet.name}</strong>
                <span className={styles.dim}>
                  {sheet.problem === null
                    ? [
                        say('batch.devices', { count: sheet.devices }),
                        say('batch.changed-at', { moment: momentIn(sheet.changedAt, language) }),
                        say(`batch.place.${sheet.place}`),
                      ].join(' · ')
                    : (lookUp(`refusal.${sheet.problem}`) ?? sheet.problem)}
                </span>
              </div>
              {sheet.problem === null && (
                <Button
                  aria-label={say('batch.open.named', { name: sheet.name })}
                  onClick={() => batch.open(sheet.id)}
                >
                  {say('batch.open')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.box} aria-labelledby="new-sheet">
        <Heading level={2} id="new-sheet">
          {say('batch.new')}
        </Heading>
        <Field label={say('batch.new.name')} hint={say('batch.new.hint')}>
          <Input
            value={name}
            maxLength={100}
            onChange={(_event, data) => setName(data.value)}
            onKeyDown={({ key }) => key === 'Enter' && start()}
          />
        </Field>
        {list.places.length > 1 && (
          <Field label={say('batch.place')}>
            <RadioGroup
              value={place}
              onChange={(_event, data) => setPlace(data.value as SheetPlace)}
            >
              {list.places.map((id) => (
                <Radio key={id} value={id} label={say(`batch.place.${id}`)} />
              ))}
            </RadioGroup>
          </Field>
        )}
        <div>
          <Button appearance="primary" onClick={start} disabledFocusable={name.trim() === ''}>
            {say('batch.new.start')}
          </Button>
        </div>
      </section>
    </>
  );
};
