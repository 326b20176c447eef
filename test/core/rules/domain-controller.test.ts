import { expect, it } from 'vitest';
import { domainControllerRules } from '../../../main/core/rules/domain-controller';
import { judge } from '../make';
import { cloudLaptop, hybridAtHome, hybridAtWork } from './make-device';
import { kind } from './make-managed';
import { controller, noController } from './make-readings';
import { proveFamily } from './prove';

const withController = (parts: Parameters<typeof controller>[0]) =>
  hybridAtWork({ facts: { 'domain-controller': controller(parts) } });

proveFamily(
  domainControllerRules,
  [
    [
      'controller-not-in-reach',
      hybridAtHome(),
      { severity: 'notice', owner: 'user', codes: ['1355'] },
    ],
    [
      'controller-silent-on-company-network',
      hybridAtWork({ facts: { 'domain-controller': noController(1311) } }),
      { severity: 'attention', certainty: 'likely', owner: 'network', codes: ['1311'] },
    ],
    [
      'controller-not-in-reach-of-cloud-pc',
      hybridAtHome({ facts: { 'virtual-desktop': kind({ kind: 'cloud-pc', cloudPc: 'yes' }) } }),
      { severity: 'attention', certainty: 'proved', owner: 'network', codes: ['1355'] },
    ],
    [
      'controller-without-tickets',
      withController({ flags: 0xe003f1dc }),
      { severity: 'attention' },
    ],
    [
      'subnet-without-site',
      hybridAtWork({
        facts: {
          'domain-controller': controller({ ourSite: null }),
          'directory-site': { name: null, failure: { number: 1919, symbol: 'ERROR_NO_SITENAME' } },
        },
      }),
      { severity: 'notice', owner: 'directory', codes: ['1919'] },
    ],
    [
      'controller-of-other-site',
      withController({ site: 'Hamburg', flags: 0xe003f17c }),
      { severity: 'notice', values: { site: 'Hamburg', own: 'Berlin' } },
    ],
  ],
  [
    ['controller-not-in-reach', 'a PC in no domain has none to find', cloudLaptop()],
    [
      'controller-not-in-reach',
      'the tool gave up for another reason',
      hybridAtHome({ facts: { 'domain-controller': noController(50) } }),
    ],
    ['controller-silent-on-company-network', 'at home silence is normal', hybridAtHome()],
    [
      'controller-not-in-reach-of-cloud-pc',
      'a PC on a desk may be away from its network',
      hybridAtHome({ facts: { 'virtual-desktop': kind({ kind: 'physical' }) } }),
    ],
    [
      'controller-not-in-reach-of-cloud-pc',
      'a Cloud PC in no domain has none to find',
      cloudLaptop({ facts: { 'virtual-desktop': kind({ kind: 'cloud-pc', cloudPc: 'yes' }) } }),
    ],
    [
      'controller-of-other-site',
      'Windows took the nearest on purpose',
      withController({ site: 'Hamburg', flags: 0xe003f1fc }),
    ],
    ['controller-without-tickets', 'no flags were told', withController({ flags: 0 })],
    ['subnet-without-site', 'a PC in no domain has no site', cloudLaptop()],
    [
      'controller-of-other-site',
      'it is our own site, in capitals',
      withController({ site: 'BERLIN', flags: 0xe003f17c }),
    ],
    [
      'controller-of-other-site',
      'no flags were told',
      withController({ site: 'Hamburg', flags: 0 }),
    ],
  ],
);

it('does not call it normal on the company network', () => {
  const { findings, rootCause } = judge(
    hybridAtWork({ facts: { 'domain-controller': noController() } }),
  );
  expect(rootCause).toBe('controller-silent-on-company-network');
  expect(findings.find(({ id }) => id === 'controller-not-in-reach')?.causedBy).toBe(rootCause);
});
