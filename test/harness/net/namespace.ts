import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import type { Place } from '../domain-controller/samba';

const programs = { ip: '/usr/sbin/ip', nft: '/usr/sbin/nft', tc: '/usr/sbin/tc' };

/** Null when a network of the test's own can be made here, else what is missing. */
export const lackingForNamespace = (): string | null => {
  if (process.platform !== 'linux') return 'Linux';
  if (process.getuid?.() !== 0) return 'root';
  const missing = Object.values(programs).find((path) => !existsSync(path));
  if (missing !== undefined) return missing;
  try {
    const name = `fk-try-${String(process.pid)}`;
    execFileSync(programs.ip, ['netns', 'add', name], { stdio: 'ignore' });
    execFileSync(programs.ip, ['netns', 'del', name], { stdio: 'ignore' });
    return null;
  } catch {
    return 'the right to make network namespaces';
  }
};

/** A place whose address leads into the namespace, and nowhere else; removing it takes the whole network away. */
export interface Namespace extends Place {
  /** Rules of a real firewall at its door, e.g. `udp dport 389 drop`; none opens it again. */
  firewall(...rules: string[]): void;
  /** A long way there and back; false where the kernel has no netem. */
  delay(ms: number): boolean;
  /** One more address in there. */
  another(): Place;
  /** An address of somebody else in there, so that whoever asks for it here asks the test and nobody outside. */
  stranger(address: string): void;
  /** The way there is gone, with its cable or without; packets stay on this PC. What it gives puts it back. */
  cut(how: 'route-missing' | 'interface-down'): () => void;
}

const taken = (prefix: string) =>
  Object.values(networkInterfaces()).some((all) =>
    all?.some(({ address }) => address.startsWith(prefix)),
  );

/** A network of its own behind one cable, with nothing in it but what the test starts there. */
export const addNamespace = (): Namespace => {
  const part = () => 1 + Math.floor(Math.random() * 250);
  let prefix = '';
  do prefix = `10.${String(part())}.${String(part())}.`;
  while (taken(prefix));
  const name = `fk${String(process.pid)}n${String(part())}`;
  const [here, there] = [`${name}a`.slice(-15), `${name}b`.slice(-15)];
  const ip = (...args: string[]) => execFileSync(programs.ip, args, { stdio: 'pipe' });
  const inside = (program: string, args: string[], input = '') =>
    execFileSync(programs.ip, ['netns', 'exec', name, program, ...args], { stdio: 'pipe', input });
  ip('netns', 'add', name);
  ip('link', 'add', here, 'type', 'veth', 'peer', 'name', there, 'netns', name);
  ip('addr', 'add', `${prefix}1/24`, 'dev', here);
  ip('link', 'set', here, 'up');
  ip('-n', name, 'addr', 'add', `${prefix}2/24`, 'dev', there, 'nodad');
  ip('-n', name, 'link', 'set', 'lo', 'up');
  ip('-n', name, 'link', 'set', there, 'up');
  const within = [programs.ip, 'netns', 'exec', name];
  const subnet = `${prefix}0/24`;
  let standing = true;
  let last = 2;
  return {
    address: `${prefix}2`,
    subnet,
    within,
    another: () => {
      last += 1;
      const address = `${prefix}${String(last)}`;
      ip('-n', name, 'addr', 'add', `${address}/24`, 'dev', there, 'nodad');
      return { address, subnet, within, remove: () => undefined };
    },
    stranger: (address) => {
      ip('-n', name, 'addr', 'add', `${address}/32`, 'dev', there, 'nodad');
      ip('route', 'add', `${address}/32`, 'dev', here);
    },
    cut: (how) => {
      const instead = ['unreachable', `${prefix}2/32`];
      // First the dead end, so that nothing takes the way out of this PC in between.
      ip('route', 'add', ...instead);
      if (how === 'interface-down') ip('link', 'set', here, 'down');
      return () => {
        ip('link', 'set', here, 'up');
        ip('route', 'del', ...instead);
      };
    },
    firewall: (...rules) =>
      inside(
        programs.nft,
        ['-f', '-'],
        [
          'flush ruleset',
          'table inet fieldkit {',
          'chain door {',
          'type filter hook input priority 0; policy accept;',
          ...rules,
          '}',
          '}',
          '',
        ].join('\n'),
      ),
    delay: (ms) => {
      try {
        inside(programs.tc, [
          ...['qdisc', 'replace', 'dev', there, 'root', 'netem'],
          ...['delay', `${String(ms)}ms`],
        ]);
        return true;
      } catch {
        return false;
      }
    },
    remove: () => {
      if (!standing) return;
      standing = false;
      // The cable goes with the namespace it ends in.
      ip('netns', 'del', name);
    },
  };
};
