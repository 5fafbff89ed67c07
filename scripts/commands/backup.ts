import { Command } from 'commander';
import { backUp } from '#scripts/backup/backup.ts';

type BackupOptions = { apart?: string; json?: boolean };

export function backupCommand(): Command {
  return new Command('backup')
    .description('copy the whole site into a new folder, while it runs')
    .argument('<folder>', 'where backups are kept; each becomes a folder of its own in there')
    .option('--apart <folder>', 'where keys go, and only their newest copy; else FOLDER/apart')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nA backup without what is kept apart gives nobody’s address. Keep the two in different places.',
    )
    .action(runBackup);
}

async function runBackup(folder: string, { apart, json }: BackupOptions): Promise<void> {
  const made = await backUp(folder, apart);
  if (json) {
    console.log(JSON.stringify(made));
    return;
  }
  console.log(`Copied the site to ${made.folder}`);
  console.log(`Copied the keys, in place of their older copy, to ${made.apart}`);
  if (!apart) console.log('Move them to another place, or name one with --apart.');
  if (!made.media) console.log('Pictures are in a bucket (S3_URL) and not in this backup.');
  if (!made.mailerKey) {
    console.log('The mailer’s private key belongs to another user: copy MAILER_KEYS as that user.');
  }
}
