import { Command } from 'commander';
import type { Damage } from '#db/audit-chain.ts';
import { verifyAudit } from '#db/audit-verify.ts';

export function verifyCommand(): Command {
  return new Command('verify')
    .description('prove that the audit log is as it was written, or say what was done to it')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nEnds with 0 if all of it is proved, and with 1 if it was damaged.')
    .action(verify);
}

async function verify({ json }: { json?: boolean }): Promise<void> {
  const { damage, ...result } = await verifyAudit();
  const said = damage.map((one) => ({ ...one, says: sentence(one) }));
  if (json) console.log(JSON.stringify({ ...result, damage: said }));
  else for (const line of report(result, said)) console.log(line);
  if (!result.ok) process.exitCode = 1;
}

type Result = { rows: number; complete: boolean; erased: number };

function report({ rows, complete, erased }: Result, damage: { says: string }[]): string[] {
  const number = new Intl.NumberFormat('en');
  const looked = `${number.format(rows)} ${rows === 1 ? 'row' : 'rows'} of the audit log`;
  const without = erased > 0 ? ` ${number.format(erased)} of them had their details erased.` : '';
  if (damage.length === 0) return [`The ${looked} are as they were written.${without}`];
  return [
    ...damage.map((one) => one.says),
    complete
      ? `Looked at ${looked}.${without}`
      : `Stopped after ${looked}: there is more damage than can be told row by row.`,
  ];
}

function sentence({ kind, position, last }: Damage): string {
  const several = last > position;
  const which = several ? `Rows ${position} to ${last}` : `Row ${position}`;
  const were = several ? 'were' : 'was';
  switch (kind) {
    case 'changed':
      return `${which} ${were} changed.`;
    case 'removed':
      return `${which} ${were} removed.`;
    case 'inserted':
      return `${which} ${were} inserted.`;
    case 'cut off':
      return `${which} ${were} cut off: the log once ended with row ${last}.`;
    case 'payload':
      return `${which} has other details than were written.`;
    case 'unproved':
      return `${which} cannot be proved: the row before it is not as it was.`;
    case 'no head':
      return `DATA_DIR/audit-head, which says where the log ends, is not there: rows after row ${position} may have been cut off.`;
  }
}
