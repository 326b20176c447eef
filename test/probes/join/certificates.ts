/** Made for these tests with throw-away keys; issuer and subject have the documented form. */
export const deviceCertificate =
  'MIIBlTCCATsCAQEwCgYIKoZIzj0EAwIwfjEtMCsGA1UECwwkODJkYmFjYTQtM2U4MS00NmNhLTljNzMtMDk1MGMxZWFjYTk3MR8wHQYDVQQDDBZNUy1Pcmdhbml6YXRpb24tQWNjZXNzMRcwFQYKCZImiZPyLGQBGRYHd2luZG93czETMBEGCgmSJomT8ixkARkWA25ldDAeFw0yNjAxMDEwMDAwMDBaFw0zNjAxMDEwMDAwMDBaMC8xLTArBgNVBAMMJDViMmY5YzgwLTdhNDEtNGQzZS04YzE2LTBmOWUyZDdhNmIzNTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABHY7Gw/Jl81bzAPf44YNSqIGIACNt52hSMLdXN9aZNaewQlPwBNTqmVUpIgv9Srm9UM9mN5L81RFuqGNprIIjswwCgYIKoZIzj0EAwIDSAAwRQIgeWI4h3wJ2W72q0MU/8efBO20U0TDGM2trCNJ4q3lsCQCIQD0v0mhtm6snJ34Kk5ZoFvHEWRIcoBFQ7oOVZGL3aIJxw==';
export const peerCertificate =
  'MIIBQjCB6QIBATAKBggqhkjOPQQDAjAsMSowKAYDVQQDDCFNUy1Pcmdhbml6YXRpb24tUDJQLUFjY2VzcyBbMjAyNl0wHhcNMjYwMTAxMDAwMDAwWhcNMzYwMTAxMDAwMDAwWjAvMS0wKwYDVQQDDCQ1YjJmOWM4MC03YTQxLTRkM2UtOGMxNi0wZjllMmQ3YTZiMzUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQrEINc7SgwvLSeTK4eEW3YTxc8/yMnFqZ+ld24i9JKgrD2UFm5Ks8LTn/w2JTDPKRzm+iY5wtQEa638YSZJjaiMAoGCCqGSM49BAMCA0gAMEUCIGwyD+7x5oBRJdWZzTA060MfFrpdjpeozaUB7xPNk1g0AiEAwlfSTov5V7cPTlY6jMvvvvuyU+4G9QAMIAdbpuryQUk=';
export const otherCertificate =
  'MIIBIDCBxwIBATAKBggqhkjOPQQDAjAdMRswGQYDVQQDDBJDb250b3NvIElzc3VpbmcgQ0EwHhcNMjYwMTAxMDAwMDAwWhcNMzYwMTAxMDAwMDAwWjAcMRowGAYDVQQDDBFwYzAxLmNvbnRvc28udGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABARXi1bmv+a9nBtIUs4+Env6u+Cn3ZciAsAOQL/xgSEZOOR+KUAfUAh36jfMdC/JbIfT0M52EmdO5f0+7y9MkbowCgYIKoZIzj0EAwIDSAAwRQIhAKDffKKp2M+Lbad52KY2NziIH0WkAJ/u5y1r43x/LEdVAiAY8uOKyZ+4w850BW6pD6V5wSUkWGaDYND9TVqMEDcVCg==';

const number = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** One property: id, encoding, length, data. */
const property = (id: number, data: Uint8Array) =>
  Buffer.concat([number(id), number(1), number(data.length), data]);

const wide = (text: string) => Buffer.from(`${text}\0`, 'utf16le');

/** Where container and provider stand, provider type, flags, parameters, key spec; then the texts. */
const providerInfo = (container: string, provider: string) => {
  const head = 7 * 4;
  const first = wide(container);
  return Buffer.concat([
    ...[head, head + first.length, 0, 0x20, 0, 0, 0].map(number),
    first,
    wide(provider),
  ]);
};

/** The `Blob` value of the registry, after [MS-GPEF] 2.2.1.1.1. */
export const certificateBlob = (certificate: string, provider?: string): Buffer =>
  Buffer.concat([
    property(3, Buffer.alloc(20, 7)),
    ...(provider === undefined ? [] : [property(2, providerInfo('container', provider))]),
    property(32, Buffer.from(certificate, 'base64')),
  ]);
