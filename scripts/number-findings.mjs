// Gives every new finding its number for support codes: appends, never moves or removes a line.
import { writeFileSync } from 'node:fs';
import { createServer } from 'vite';

const path = 'main/core/support-code/numbers.json';
const server = await createServer({
  configFile: false,
  server: { middlewareMode: true, watch: null },
  appType: 'custom',
  logLevel: 'error',
});
try {
  const { rules } = await server.ssrLoadModule('/main/core/rules/index.ts');
  const { numberedFindings } = await server.ssrLoadModule('/main/core/support-code/numbers.ts');
  const fresh = rules.map(({ id }) => id).filter((id) => !numberedFindings.includes(id));
  if (fresh.length > 0)
    writeFileSync(path, `${JSON.stringify([...numberedFindings, ...fresh], null, 2)}\n`);
  console.log(
    fresh.length === 0 ? 'Every finding has its number.' : `Numbered: ${fresh.join(', ')}`,
  );
} finally {
  await server.close();
}
