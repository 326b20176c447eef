import { askKdcTcp, askKdcUdp, type Kdc } from '../kdc';
import { type NameAnswer, nameService } from '../names';
import { askNtp, type NtpReading } from '../ntp';
import type { Answer } from '../outcome';
import { readRootDse, type RootDse } from '../root-dse';
import { negotiateSmb, type Smb } from '../smb-negotiate';
import { knock } from '../tcp';
import { lookAtTls, type TlsLook } from '../tls';
import type { Patience, Wire } from '../wire';
import type { Heard } from './election';
import { domainRecord } from './records';

/** Everything a PC needs from its domain controller, one answer each. None needs a password. */
export interface Examination {
  ldap: Answer<RootDse>;
  kerberos: Answer<Kdc>;
  kerberosUdp: Answer<Kdc>;
  smb: Answer<Smb>;
  passwordChange: Answer<null>;
  rpc: Answer<null>;
  /** Null where the controller does not claim to be one. */
  globalCatalogue: Answer<RootDse> | null;
  dns: NameAnswer<number>;
  ldaps: Answer<TlsLook>;
  time: Answer<NtpReading>;
}

export const dcPorts = {
  dns: 53,
  kerberos: 88,
  time: 123,
  rpc: 135,
  smb: 445,
  passwordChange: 464,
  ldaps: 636,
  globalCatalogue: 3268,
} as const;

const limitMs = 3000;

export const examine = async (
  wire: Wire,
  domain: string,
  { address, host, port, netlogon }: Heard,
  signal?: AbortSignal,
): Promise<Examination> => {
  const patience: Patience = signal ? { limitMs, signal } : { limitMs };
  const at = (name: keyof typeof dcPorts) => ({ address, port: dcPorts[name] });
  const askDns = async (): Promise<NameAnswer<number>> => {
    const answer = await nameService(wire, [at('dns')]).srv(domainRecord(domain).name, patience);
    return answer.kind === 'answered' ? { ...answer, value: answer.value.length } : answer;
  };
  const claimsCatalogue = netlogon.flags.includes('GC');
  const [ldap, kerberos, kerberosUdp, smb, passwordChange, rpc, globalCatalogue, dns, ldaps, time] =
    await Promise.all([
      readRootDse(wire, { address, port }, patience),
      askKdcTcp(wire, at('kerberos'), domain, patience),
      askKdcUdp(wire, at('kerberos'), domain, patience),
      negotiateSmb(wire, at('smb'), patience),
      knock(wire, at('passwordChange'), patience),
      knock(wire, at('rpc'), patience),
      claimsCatalogue ? readRootDse(wire, at('globalCatalogue'), patience) : null,
      askDns(),
      lookAtTls(wire, at('ldaps'), { ...patience, name: host }),
      askNtp(wire, at('time'), patience),
    ]);
  return {
    ldap,
    kerberos,
    kerberosUdp,
    smb,
    passwordChange,
    rpc,
    globalCatalogue,
    dns,
    ldaps,
    time,
  };
};
