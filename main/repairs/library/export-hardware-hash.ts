import { decode } from '../../os/decode';
import type { Proof, Repair } from '../repair';
import { scriptAct } from '../script';
import { technicians } from './seats';

const header = 'Device Serial Number,Windows Product ID,Hardware Hash';
/** A hash is about 4,000 characters of base64. */
const row = /^[^,\r\n]{1,128},[^,\r\n]{0,64},[A-Za-z0-9+/]{1000,20000}={0,2}$/m;

const proof: Repair['proof'] = (_before, _after, acted): Proof => {
  const file = acted.find(({ acted }) => acted.saved !== null)?.acted;
  if (file === undefined) return 'not-verified';
  const { text } = decode(file.bytes);
  return text.includes(header) && row.test(text) ? 'verified' : 'not-verified';
};

/** The file the Autopilot import takes: a header and one line, without quotes. The product id may be empty. */
export const exportHardwareHash: Repair = {
  id: 'export-hardware-hash',
  rights: 'admin',
  session: 'any',
  risk: 'none',
  seats: technicians,
  seconds: 20,
  acts: [
    scriptAct({
      key: 'hardware-hash',
      limitMs: 90_000,
      // A line this long is only whole when it goes past the console, which needs .NET.
      full: true,
      lines: `
        $serial = ([string](Get-CimInstance -ClassName Win32_BIOS).SerialNumber).Trim() -replace '[,\\r\\n]', ' ';
        $device = Get-CimInstance -Namespace 'root/cimv2/mdm/dmmap' -ClassName 'MDM_DevDetail_Ext01' -Filter 'InstanceID=''Ext'' AND ParentID=''./DevDetail''';
        if ($null -eq $device -or $device.DeviceHardwareData -notmatch '^[A-Za-z0-9+/=]+$') { exit 41 };
        [Console]::Out.Write('${header}' + [char]13 + [char]10 + $serial + ',,' + $device.DeviceHardwareData + [char]13 + [char]10);`,
      saves: { name: 'autopilot-hardware-hash.csv', from: 'output' },
    }),
  ],
  needs: [],
  rereads: [],
  settleSeconds: 0,
  proof,
  undo: 'not-needed',
};
