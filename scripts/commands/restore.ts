import { Command } from 'commander';
import { dateAndTime } from '#lib/dates.ts';
import { type RestoreReport, restore } from '#scripts/backup/restore.ts';

type RestoreOptions = { apart?: string; replace?: boolean; json?: boolean };

export function restoreCommand(): Command {
  return new Command('restore')
    .description('bring a site back from a backup, less who was erased and what was redacted since')
    .argument('<folder>', 'the folder of one backup')
    .option('--apart <folder>', 'where the keys are; else the folder "apart" beside the backup')
    .option('--replace', 'in place of what is here')
    .option('--json', 'print the result as JSON')
    .action(runRestore);
}

async function runRestore(folder: string, { json, ...options }: RestoreOptions): Promise<void> {
  const report = await restore(folder, options);
  if (json) console.log(JSON.stringify(report));
  else for (const line of saysOf(report)) console.log(line);
}

function saysOf(report: RestoreReport): string[] {
  const { madeAt, keys, erased, redacted, notRedacted, media } = report;
  const at = dateAndTime(madeAt, { language: 'en', timeZone: 'UTC' });
  return [
    `The site is as it was at ${at}.`,
    ...(erased > 0 ? [`People who were erased since are erased again: ${erased}.`] : []),
    ...(redacted > 0 ? [`What was redacted since is redacted again: ${redacted}.`] : []),
    ...notRedacted.map((one) => `Not redacted again, please do it by hand: ${one}`),
    {
      here: 'Persons’ keys were here and are newer than any copy: they stay.',
      apart: 'Persons’ keys came from the newest copy.',
      none: 'There are no persons’ keys: no address can be opened, and nobody who commented before gets mail.',
    }[keys],
    ...(media ? [] : ['No pictures were brought back.']),
  ];
}
