/** Where the sign-in and the directory of one cloud are. */
export interface CloudPlaces {
  /** Without the tenant. */
  authority: string;
  graph: string;
  /** How the authority speaks; all of Microsoft's speak the first. */
  protocol: 'AAD' | 'OIDC';
}

/**
 * The closed list: whatever else an organisation writes is refused before anything is opened.
 * Source: https://learn.microsoft.com/graph/deployments
 */
export const clouds = {
  global: {
    authority: 'https://login.microsoftonline.com',
    graph: 'https://graph.microsoft.com',
    protocol: 'AAD',
  },
  'us-government': {
    authority: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us',
    protocol: 'AAD',
  },
  'us-government-dod': {
    authority: 'https://login.microsoftonline.us',
    graph: 'https://dod-graph.microsoft.us',
    protocol: 'AAD',
  },
  china: {
    authority: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    protocol: 'AAD',
  },
} as const satisfies Record<string, CloudPlaces>;
