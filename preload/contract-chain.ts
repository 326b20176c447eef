import type { EvidenceView, Outcome } from './contract';

/** One link from the Windows sign-in to a file share; words are found by `chain.link.<link>` and `chain.means.<link>`. */
export interface ChainStepView {
  link: string;
  state: 'proved' | 'broken' | 'not-provable' | 'not-needed';
  evidence: EvidenceView[];
  /** Words are found by `chain.why.<why>`; null where the link is proved, broken or not needed. */
  why: string | null;
  /** The finding of the look that says what broke, where there is one. */
  finding: string | null;
}

/** The proxy one part of Windows takes by its own settings; words are found by `proxy.who.<who>` and `proxy.how.<how>`. */
export interface ProxyWayView {
  who: 'user' | 'policy' | 'services' | 'system' | 'environment';
  how: 'direct' | 'proxy' | 'script' | 'search' | 'unset' | 'unknown';
  address: string | null;
  /** Names that are taken past the proxy. */
  except: string | null;
}

export interface ProxyWaysView {
  ways: ProxyWayView[];
  /** Words are found by `proxy.differ.<differ>`. */
  differ: 'yes' | 'no' | 'unknown';
}

export interface ChainView {
  /** Words are found by `chain.headline.<outcome>`. */
  outcome: 'proved' | 'broken' | 'open' | 'not-needed';
  /** The company's own domain, as far as the device knows it. */
  domain: string | null;
  steps: ChainStepView[];
  /** Null where the settings were not read. */
  proxies: ProxyWaysView | null;
}

export type ChainCalls = {
  'chain.of': (inspection: string) => Outcome<ChainView>;
};

export interface ChainKit {
  chain(inspection: string): Promise<Outcome<ChainView>>;
}
