import {
  chainOutcome,
  type ChainState,
  type ChainStep,
  type SignInChain,
} from '../core/sign-in-chain';
import type { Colour } from './paint';
import type { Terminal } from './terminal';
import { printable, wrap } from './wrap';

const colours: Readonly<Record<ChainState, Colour>> = {
  proved: 'green',
  broken: 'red',
  'not-provable': 'cyan',
  'not-needed': 'cyan',
};

const one = (step: ChainStep, { words, width, paint }: Terminal): string[] => {
  const { link, state, why, finding, evidence } = step;
  const line = `${words.say(`chain.link.${link}`)}: ${words.say(`chain.state.${state}`)}`;
  const proof = evidence.map(({ field, value }) => printable(`${field}: ${value}`)).join(' · ');
  return [
    wrap(line, width, '    ', `  ${paint(colours[state], '•')} `),
    ...(finding === null
      ? []
      : [wrap(words.lookUp(`finding.${finding}.title`) ?? finding, width, '    ')]),
    ...(why === null ? [] : [wrap(words.say(`chain.why.${why}`), width, '    ')]),
    ...(proof === '' ? [] : [wrap(proof, width, '    ')]),
  ];
};

/** The chain for people: where it breaks, then link by link with the proof. */
export const showChain = (chain: SignInChain, terminal: Terminal): string => {
  const { words, width } = terminal;
  const outcome = chainOutcome(chain);
  const breaks = chain.steps.find(({ state }) => state === 'broken');
  const link = breaks ? words.say(`chain.link.${breaks.link}`) : '';
  return [
    wrap(words.say(`chain.headline.${outcome}`, { link }), width),
    wrap(
      chain.domain === null
        ? words.say('chain.no-domain')
        : words.say('chain.domain', { domain: printable(chain.domain) }),
      width,
    ),
    '',
    ...chain.steps.flatMap((step) => one(step, terminal)),
    '',
  ].join('\n');
};
