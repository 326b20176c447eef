import type { Act } from '../os/act';
import type { Repair } from '../repairs/repair';
import { table } from './table';
import type { Terminal } from './terminal';

/** The program and its arguments; a script of ours is named, not printed. */
const actText = ({ key, tool, args }: Act): string => {
  const told = args.map((arg) => (typeof arg === 'string' ? arg : `<${arg.place}>`));
  return [tool, ...(tool === 'powershell.exe' ? [`(${key})`] : told)].join(' ');
};

/** What a repair would do, as somebody reads it who has to answer for it. */
export const showRepair = ({ id, acts, rights }: Repair, { words, width }: Terminal): string => {
  const told = (['does', 'changes', 'risk', 'undo'] as const).map((part): [string, string] => [
    words.say(`terminal.fix.${part}`),
    words.lookUp(`repair.${id}.${part}`) ?? '–',
  ]);
  const runs = acts.map((act, at): [string, string] => [
    at === 0 ? words.say('terminal.fix.runs') : '',
    actText(act),
  ]);
  const asks: [string, string] = [
    words.say('terminal.fix.rights'),
    words.say(`terminal.fix.rights.${rights}`),
  ];
  return `${table([...told, asks, ...runs], width)}\n`;
};
