import { describe, expect, it } from 'vitest';
import { domainControllerProbe } from '../../main/probes/on-premises/domain-controller';
import { secureChannelProbe } from '../../main/probes/on-premises/secure-channel';
import { storedCredentialsProbe } from '../../main/probes/on-premises/stored-credentials';
import { bitlockerProbe } from '../../main/probes/protection/bitlocker';
import { recoveryEnvironmentProbe } from '../../main/probes/recovery/recovery-environment';
import { kerberosTicketsProbe } from '../../main/probes/sign-in/kerberos-tickets';
import type { AnyProbe } from '../../main/probes/probe';
import { clockSyncProbe } from '../../main/probes/time/clock-sync';
import { inEncoding } from './mutate';
import { rawsFor } from './support';

/*
 * Texts of languages of which no recording is known: our own translations in the shape of the recorded
 * ones, written to be unlike them in whatever a language may change. They prove no wording.
 */
const read = (probe: AnyProbe, key: string, text: string, encoding: string, exit = 0) =>
  probe.parse(rawsFor(probe, inEncoding(key, text.replace(/\n/g, '\r\n'), encoding, exit)));
const value = (facts: object) => ({ kind: 'ok', value: facts });

const spanishDrive = `Cifrado de unidad BitLocker: versión de la herramienta de configuración 10.0.22621

Volumen C: [Windows]
[Volumen del sistema operativo]

    Tamaño:                       475,69 GB
    Versión de BitLocker:         2.0
    Estado de conversión:         Solo espacio usado cifrado
    Porcentaje cifrado:           100,0%
    Método de cifrado:            XTS-AES 256
    Estado de protección:         Protección activada
    Protectores de clave:
        TPM
        Contraseña numérica
`;
const chineseDrive = `BitLocker 驱动器加密: 配置工具版本 10.0.22621

卷 C: [系统]
[OS 卷]

    大小:                 237.15 GB
    已加密百分比:         100.0%
    加密方法:             XTS-AES 128
    密钥保护器:           找不到
`;
const turkishDrive = `BitLocker Sürücü Şifrelemesi: Yapılandırma Aracı sürümü 10.0.22621

Birim C: [OS]
[İşletim Sistemi Birimi]

    Boyut:                 237,15 GB
    Şifrelenme Yüzdesi:    %42,7
    Şifreleme Yöntemi:     XTS-AES 128
    Anahtar Koruyucular:
        TPM
`;
const polishDrive = `Szyfrowanie dysków funkcją BitLocker: narzędzie konfiguracji w wersji 10.0.22621

Wolumin C: [Dysk [dane]: 1]
[Wolumin systemu operacyjnego]

    Rozmiar:                475,00 GB
    Procent zaszyfrowania:  0,0%
    Metoda szyfrowania:     Brak
    Funkcje ochrony klucza: Nie znaleziono
`;
const volume = (facts: object) => value({ from: 'tool', volumes: [facts] });

describe('manage-bde', () => {
  it.each([
    ['Spanish', spanishDrive, 'cp850', 0, { encryptedPercent: 100, state: 'protected' }],
    ['Chinese', chineseDrive, 'cp936', 1, { encryptedPercent: 100, waitingForAccount: 'yes' }],
    ['Turkish', turkishDrive, 'utf-8', 0, { encryptedPercent: 42, method: 'XTS-AES 128' }],
    ['Polish, with brackets in the label', polishDrive, 'cp852', 1, { encryptedPercent: 0 }],
  ])('%s', (_language, text, encoding, exit, facts) => {
    expect(read(bitlockerProbe, 'command-manage-bde', text, encoding, exit)).toMatchObject(
      volume({ letter: 'C:', ...facts }),
    );
  });
});

const spanishClock = [
  'Indicador de salto: 0(sin advertencias)',
  'Capa: 4 (referencia secundaria - sincronizada mediante (S)NTP)',
  'Precisión: -23 (119.209ns por tic)',
  'Demora de raíz: 0.0312500s',
  'Dispersión de raíz: 0.0100000s',
  'Id. de referencia: 0xC0A80001 (IP de origen: 192.168.0.1)',
  'Última sincronización correcta: 25/11/2026 10:43:13',
  'Origen: dc01.contoso.com',
  'Intervalo de sondeo: 10 (1024s)',
  '',
  'Desplazamiento de fase: -0.0010211s',
  'Velocidad del reloj: 0.0156250s',
  'Estado de la máquina: 2 (Sincronización)',
  'Indicadores del origen de hora: 2 (Autenticado )',
  'Rol de servidor: 0 (Ninguno)',
  'Último error de sincronización: 0 (El comando se completó correctamente.)',
  'Tiempo desde la última sincronización correcta: 812.7981071s',
];
const polishClock = [
  'Wskaźnik przestępny: 3 (nie zsynchronizowano)',
  'Warstwa: 0 (nieokreślone)',
  'Precyzja: -23 (119,209ns na takt)',
  'Opóźnienie główne: 0.0000000s',
  'Dyspersja główna: 0.0000000s',
  'Identyfikator odwołania: 0x00000000 (nieokreślone)',
  'Czas ostatniej pomyślnej synchronizacji: nieokreślone',
  'Źródło: Local CMOS Clock',
  'Interwał sondowania: 10 (1024s)',
];
const clock = (lines: readonly string[], encoding: string) =>
  read(clockSyncProbe, 'w32tm-status', lines.join('\n'), encoding);

describe('w32tm', () => {
  it('Spanish', () => {
    expect(clock(spanishClock, 'cp850')).toMatchObject(
      value({
        synchronised: 'yes',
        source: 'dc01.contoso.com',
        offsetSeconds: -0.0010211,
        stateMachine: 'sync',
        lastError: 0,
        secondsSinceSync: 812.7981071,
      }),
    );
  });

  it('Polish', () => {
    expect(clock(polishClock, 'cp852')).toMatchObject(
      value({ synchronised: 'no', reference: 'none', source: 'Local CMOS Clock', lastError: null }),
    );
  });

  it('takes no row of the second half for another when there is one more', () => {
    const longer = spanishClock.flatMap((line) =>
      line.startsWith('Desplazamiento') ? ['Algo nuevo: 7', line] : [line],
    );
    expect(clock(longer, 'cp850')).toMatchObject(
      value({
        synchronised: 'yes',
        offsetSeconds: null,
        stateMachine: null,
        lastError: null,
        secondsSinceSync: null,
      }),
    );
  });
});

const polishTickets = `
Bieżący identyfikator logowania: 0:0x3e7a1

Buforowane bilety: (1)

#0>\tKlient: anna @ CONTOSO.COM
\tSerwer: krbtgt/CONTOSO.COM @ CONTOSO.COM
\tTyp szyfrowania biletu: AES-256-CTS-HMAC-SHA1-96
\tFlagi biletu 0x40e10000 -> forwardable renewable initial pre_authent name_canonicalize
\tGodzina rozpoczęcia: 2026-11-25 8:00:00 (lokalna)
\tGodzina zakończenia: 2026-11-25 18:00:00 (lokalna)
\tGodzina odnowienia: 2026-12-02 8:00:00 (lokalna)
\tTyp klucza sesji: AES-256-CTS-HMAC-SHA1-96
\tFlagi pamięci podręcznej: 0x1 -> PRIMARY
\tWywołane centrum KDC: DC01.contoso.com
`;
const chineseTickets = `
当前登录 ID 是 0:0x3e7a1

缓存的票证：(1)

#0>     客户端：anna @ CONTOSO.COM
        服务器：krbtgt/CONTOSO.COM @ CONTOSO.COM
        Kerberos 票证加密类型：AES-256-CTS-HMAC-SHA1-96
        票证标志 0x40e10000 -> forwardable renewable initial pre_authent name_canonicalize
        开始时间：2026/11/25 8:00:00 (本地)
        结束时间：2026/11/25 18:00:00 (本地)
        续订时间：2026/12/2 8:00:00 (本地)
        会话密钥类型：AES-256-CTS-HMAC-SHA1-96
        缓存标志：0x1 -> PRIMARY
        调用的 KDC：DC01.contoso.com
`;

describe('klist', () => {
  it.each([
    ['Polish', polishTickets, 'cp852'],
    ['Chinese, with wide colons', chineseTickets, 'cp936'],
  ])('%s', (_language, text, encoding) => {
    expect(read(kerberosTicketsProbe, 'klist', text, encoding)).toMatchObject(
      value({ count: 1, onPremTgt: 'yes', cloudTgt: 'no', tickets: [{ kdc: 'DC01.contoso.com' }] }),
    );
  });
});

describe('reagentc', () => {
  it('Spanish, off, with a heading of two lines', () => {
    const text = `Información de configuración del entorno de recuperación de Windows (Windows RE)
y del restablecimiento del sistema:

    Estado de Windows RE:        Disabled
    Ubicación de Windows RE:
    Id. de datos de configuración de arranque (BCD): 00000000-0000-0000-0000-000000000000
    Índice de imagen de recuperación:     0

REAGENTC.EXE: operación correcta.
`;
    expect(read(recoveryEnvironmentProbe, 'command-reagentc', text, 'cp850')).toMatchObject(
      value({ enabled: 'no', from: 'tool' }),
    );
  });

  it('Chinese, on', () => {
    const text = `Windows 恢复环境(Windows RE)和系统初始化配置
信息:

    Windows RE 状态:           Enabled
    Windows RE 位置:           \\\\?\\GLOBALROOT\\device\\harddisk0\\partition4\\Recovery\\WindowsRE
    引导配置数据(BCD)标识符:   3c6bd5d1-9d5e-11ee-9b0a-8c8caa123456
    恢复映像索引:              0

REAGENTC.EXE: 操作成功。
`;
    expect(read(recoveryEnvironmentProbe, 'command-reagentc', text, 'cp936')).toMatchObject(
      value({ enabled: 'yes', bootEntry: '3c6bd5d1-9d5e-11ee-9b0a-8c8caa123456' }),
    );
  });
});

describe('cmdkey', () => {
  it('Spanish, with a row that has no colon', () => {
    const text = `
Credenciales almacenadas actualmente:

    Destino: Domain:target=fs01.contoso.com
    Tipo: Contraseña de dominio
    Usuario: CONTOSO\\maría
    Persistencia de equipo local
`;
    expect(read(storedCredentialsProbe, 'cmdkey-list', text, 'cp850')).toEqual(
      value({ credentials: [{ kind: 'domain', target: 'fs01.contoso.com' }] }),
    );
  });

  it('Chinese, none', () => {
    const text = '\n当前保存的凭据:\n\n* 无 *\n';
    expect(read(storedCredentialsProbe, 'cmdkey-list', text, 'cp936')).toEqual(
      value({ credentials: [] }),
    );
  });
});

describe('nltest', () => {
  it('Polish, with letters outside Latin-1 in a site', () => {
    const text = `           Kontroler domeny: \\\\DC01.contoso.com
      Adres: \\\\10.0.0.5
     Guid dom.: 0b7c1e52-6a44-4c8f-9d21-3e5f7a9b1c60
     Nazwa dom.: contoso.com
  Nazwa lasu: contoso.com
 Nazwa lokacji kontrolera domeny: Warszawa
Nazwa naszej lokacji: Łódź
        Flagi: PDC GC DS LDAP KDC TIMESERV WRITABLE CLOSE_SITE KEYLIST
Polecenie zostało wykonane pomyślnie
`;
    const key = domainControllerProbe.reads[0]?.key ?? '';
    expect(read(domainControllerProbe, key, text, 'cp852')).toMatchObject(
      value({ found: { host: 'DC01.contoso.com', site: 'Warszawa', ourSite: 'Łódź' } }),
    );
  });

  it('Chinese, without a logon server', () => {
    const text = `标志: 0
受信任的 DC 名称
受信任的 DC 连接状态 状态 = 1311 0x51f ERROR_NO_LOGON_SERVERS
此命令成功完成
`;
    const key = secureChannelProbe.reads[0]?.key ?? '';
    expect(read(secureChannelProbe, key, text, 'cp936')).toMatchObject(
      value({ state: 'unreachable', status: { number: 1311 } }),
    );
  });
});
