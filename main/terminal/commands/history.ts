import { json, type Command } from '../command';
import { exit, exitOf } from '../exit';
import { organisationFor, organisationOption } from '../organisation';
import { ownHistory } from '../own';
import { Problem } from '../problem';

export const command: Command = {
  name: 'history',
  summary: 'terminal.history.summary',
  options: {
    wipe: { kind: 'flag', words: 'terminal.history.wipe' },
    organisation: organisationOption,
    json,
  },
  positionals: { usage: '', least: 0, most: 0 },
  notes: ['terminal.history.notes', 'terminal.check.exit-codes'],
  async run(call, terminal) {
    const { words, out } = terminal;
    const history = await ownHistory();
    if (call.flags.has('wipe')) {
      if (!(await history.wipe())) throw new Problem('history.not-wiped');
      out(
        call.flags.has('json')
          ? `${JSON.stringify({ schema: 1, looks: [], damaged: 0, since: null }, null, 2)}\n`
          : `${words.say('history.wiped')}\n`,
      );
      return exit.healthy;
    }
    const [names, looks] = await Promise.all([
      history.names(),
      history.looks(await organisationFor(call, terminal, 'this-device')),
    ]);
    const [newest] = looks;
    const since = newest === undefined ? null : await history.since(newest);
    const { historyJson, showHistory } = await import('../show-history');
    const shown = { looks, damaged: names.length - looks.length, since };
    out(
      call.flags.has('json')
        ? `${JSON.stringify(historyJson(shown, words), null, 2)}\n`
        : showHistory(shown, terminal),
    );
    return newest === undefined ? exit.undetermined : exitOf[newest.diagnosis.state];
  },
};
