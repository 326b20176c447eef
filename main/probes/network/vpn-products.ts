/** Adapter descriptions are not translated. A list like this is never complete. */
const products: readonly { name: string; description: RegExp }[] = [
  { name: 'Cisco Secure Client', description: /cisco (anyconnect|secure client)/i },
  { name: 'GlobalProtect', description: /pangp|palo alto|globalprotect/i },
  { name: 'Zscaler', description: /zscaler/i },
  { name: 'Check Point', description: /check point/i },
  { name: 'FortiClient', description: /forti(net|client|ssl)/i },
  { name: 'Ivanti Secure Access', description: /(juniper|pulse secure|ivanti)/i },
  { name: 'F5 Access', description: /\bf5\b/i },
  { name: 'SonicWall', description: /sonicwall/i },
  { name: 'OpenVPN', description: /openvpn|tap-windows/i },
  { name: 'WireGuard', description: /wireguard|wintun/i },
  { name: 'Netskope', description: /netskope/i },
  { name: 'Cloudflare WARP', description: /cloudflare/i },
  { name: 'Tailscale', description: /tailscale/i },
  { name: 'Global Secure Access', description: /global secure access/i },
  { name: 'Sophos Connect', description: /sophos/i },
  { name: 'NetMotion', description: /netmotion|absolute secure access/i },
];

export const vpnProduct = (description: string | null): string | null =>
  products.find((product) => product.description.test(description ?? ''))?.name ?? null;
