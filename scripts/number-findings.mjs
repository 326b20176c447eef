// Gives every new finding its number for support codes: appends, never moves or removes a line.
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'vite';

const path = 'main/core/support-code/numbers.ts';
const server = await createServer({
  configFile: false,
  server: { middlewareMode: true, watch: null },
  appType: 'custom',
  logLevel: 'error',
});
try {
  const { rules } = await server.ssrLoadModule('/main/core/rules/index.ts');
  const { numberedFindings } = await server.ssrLoadModule(`/${path}`);
  const fresh = rules.map(({ id }) => id).filter((id) => !numberedFindings.includes(id));
  const text = readFileSync(path, 'utf8');
  const end = text.lastIndexOf('];');
  const lines = fresh.map((id) => `  '${id}',\n`).join('');
  if (fresh.length > 0) writeFileSync(path, text.slice(0, end) + lines + text.slice(end));
  console.log(
    fresh.length === 0 ? 'Every finding has its number.' : `Numbered: ${fresh.join(', ')}`,
  );
} finally {
  await server.close();
}
