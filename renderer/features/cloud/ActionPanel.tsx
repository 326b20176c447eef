import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ActionChoiceView, CloudOptions, ForeseenView } from '../../../preload/contract-cloud';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import { Answered } from './Answered';
import { ProblemBar } from './ProblemBar';
import type { Acting, Offered } from './useActing';
import { useCloudStyles } from './useCloudStyles';

interface Props {
  acting: Acting;
  confirm(): void;
}

/** What will happen to this very device, said before anything is sent. */
export const ActionPanel = ({ acting, confirm }: Props) => {
  const styles = useCloudStyles();
  const { say } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { begun, foreseen, problem, sent } = acting;
  const about = begun === null ? null : `${begun.thing} ${begun.action}`;
  useEffect(() => {
    if (about !== null) heading.current?.focus();
  }, [about]);
  return (
    <>
      {sent !== null && (
        <p className={styles.strong} role="status">
          {say(sent.sent === 'accepted' ? 'cloud.act.sent' : `cloud.log.${sent.sent}`)}
        </p>
      )}
      {problem !== null && <ProblemBar problem={problem} confirm={confirm} />}
      {begun !== null && (
        <section className={styles.card} aria-labelledby="cloud-act">
          <Heading level={2} id="cloud-act" focusRef={heading}>
            {say('cloud.act.foresee', { name: begun.name ?? say('cloud.unknown') })}
          </Heading>
          <Answered answer={foreseen}>
            {(view) => <Foreseen key={about} view={view} acting={acting} />}
          </Answered>
        </section>
      )}
    </>
  );
};

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

const Foreseen = ({ view, acting }: { view: ForeseenView; acting: Acting }) => {
  const styles = useCloudStyles();
  const { say, lookUp } = useWords();
  const [typed, setTyped] = useState('');
  const { action, consequences, toType } = view;
  const { begun, choose } = acting;
  const ready = toType === null || same(typed, toType);
  return (
    <>
      <p className={styles.strong}>{lookUp(`cloud.action.${action.id}.title`) ?? action.id}</p>
      {action.options.map((option) => (
        <Option
          key={option.name}
          option={option}
          offered={begun?.offered[option.name] ?? null}
          chosen={begun?.options ?? {}}
          choose={choose}
        />
      ))}
      <ul className={styles.list}>
        {consequences.map(({ id, weight, values }) => (
          <li key={id}>
            <strong>{say(`cloud.weight.${weight}`)}</strong>
            {': '}
            {lookUp(`cloud.foresee.${id}`, values) ?? id}
          </li>
        ))}
      </ul>
      {toType !== null && (
        <Field className={styles.field} label={say('cloud.act.type', { name: toType })}>
          <Input
            className={styles.wide}
            spellCheck={false}
            autoComplete="off"
            value={typed}
            onChange={(_event, { value }) => setTyped(value)}
          />
        </Field>
      )}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={!ready || acting.sending}
          onClick={() => void acting.send(toType === null ? null : typed)}
        >
          {say('cloud.act.go')}
        </Button>
        <Button onClick={acting.leave}>{say('cloud.act.cancel')}</Button>
      </div>
    </>
  );
};

interface OptionProps {
  option: ActionChoiceView['options'][number];
  offered: Offered[string] | null;
  chosen: CloudOptions;
  choose(options: CloudOptions): void;
}

const without = (chosen: CloudOptions, name: string): CloudOptions =>
  Object.fromEntries(Object.entries(chosen).filter(([key]) => key !== name));

const Option = ({ option, offered, chosen, choose }: OptionProps) => {
  const styles = useCloudStyles();
  const { say, lookUp } = useWords();
  const { name, kind, choices } = option;
  const label = lookUp(`cloud.option.${name}`) ?? name;
  const value = chosen[name];
  const set = (next: string | boolean) =>
    choose(next === '' ? without(chosen, name) : { ...chosen, [name]: next });
  if (kind === 'flag')
    return (
      <Checkbox
        label={label}
        checked={value === true}
        onChange={(_event, { checked }) => set(checked === true)}
      />
    );
  const known =
    offered ??
    choices.map((one) => ({ value: one, title: lookUp(`cloud.option.${name}.${one}`) ?? one }));
  return (
    <Field className={styles.field} label={label}>
      {known.length > 0 ? (
        <Select
          className={styles.wide}
          value={typeof value === 'string' ? value : ''}
          onChange={(_event, data) => set(data.value)}
        >
          <option value="">{say('cloud.option.as-is')}</option>
          {known.map((one) => (
            <option key={one.value} value={one.value}>
              {one.title}
            </option>
          ))}
        </Select>
      ) : (
        <Input
          className={styles.wide}
          spellCheck={false}
          maxLength={256}
          value={typeof value === 'string' ? value : ''}
          onChange={(_event, data) => set(data.value)}
        />
      )}
    </Field>
  );
};
