import { it } from 'vitest';
import { look } from '../../main/engine';
import { createReplay } from '../../main/os/replay';
import { captureFor, caseIds, readCase } from './case';
it('x', async () => {
  const only = process.env['ONLY']?.split(',');
  for (const n of caseIds.filter((id) => !only || only.includes(id))) {
    const { expected } = readCase(n);
    let line = '';
    try {
      const { diagnosis: d } = await look(createReplay(captureFor(n)), { budgetMs: 20000 });
      const loud = d.findings.filter((f) => f.severity !== 'notice');
      const problems: string[] = [];
      if (d.state !== expected.state) problems.push(`state ${d.state} != ${expected.state}`);
      if (d.join.type !== expected.join) problems.push(`join ${d.join.type} != ${expected.join}`);
      if (d.rootCause !== expected.rootCause) problems.push(`root ${d.rootCause} != ${expected.rootCause}`);
      const root = d.findings.find((f) => f.id === d.rootCause);
      if (expected.owner && root?.owner !== expected.owner) problems.push(`owner ${root?.owner} != ${expected.owner}`);
      const a = loud.map((f) => f.id).sort().join(' '), b = [...expected.findings].sort().join(' ');
      if (a !== b) problems.push(`findings [${loud.map(f=>f.id+(f.causedBy?'<-'+f.causedBy:'')+`(${f.severity[0]}${f.certainty[0]})`).join(' ')}] != [${b}]`);
      else { const roots = loud.filter(f=>f.causedBy===null); if (roots.length>1) problems.push(`roots ${roots.map(f=>f.id)}`); }
      for (const f of expected.forbidden ?? []) if (loud.some((x) => x.id === f)) problems.push(`forbidden ${f}`);
      for (const f of (expected as any).notices ?? []) if (!d.findings.some((x) => x.id === f)) problems.push(`no notice ${f}`);
      if (problems.length || only) line = `${problems.join('; ')} | notices: ${d.findings.filter((f) => f.severity === 'notice').map((f) => f.id).join(' ')}`;
      const odd = d.gaps.filter((g) => !['needs-admin', 'needs-system'].includes(g.why) && g.probe!=='device-registration');
      if (odd.length) line += ` GAPS ${JSON.stringify(odd)}`;
    } catch (e) { line = `THROW ${(e as Error).message}`; }
    if (line) console.log(`@ ${n}: ${line}`);
  }
}, 600000);
