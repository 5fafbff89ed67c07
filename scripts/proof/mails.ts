import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The mails that a site without a mail server keeps, by the names of their files, in their order. */
export function mailsOf(dataDir: string): Map<string, string> {
  const folder = join(dataDir, 'outbox');
  const names = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  return new Map(names.map((name) => [name, readable(readFileSync(join(folder, name), 'utf8'))]));
}

/** The same less to whom it is, which may be a line that goes on in the next. */
export function withoutReader(mail: string): string {
  return mail.replace(/^To: .*(?:\r?\n[ \t].*)*/m, 'To: its reader');
}

/** Quoted-printable, as far as it is ASCII: its soft line ends would break an address. */
function readable(mail: string): string {
  return mail
    .replace(/=\r?\n/g, '')
    .replace(/=([0-7][0-9A-F])/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
}
