import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** A section, with somebody who can sign what is published in it. */
export type Section = { id: string; slug: string; authorId: string };

/** The one who publishes and types in the benchmark. */
export const EDITOR = { email: 'bench@newsroom.example', password: 'a password for the benchmark' };

/** Adds the editor by the command line, if the newsroom has not got one. */
export function addEditor(dataDir: string): void {
  if (hasEditor(dataDir)) return;
  const words = ['user', 'add', '--email', EDITOR.email, '--name', 'Bench', '--role', 'editor'];
  const added = spawnSync(process.execPath, ['scripts/dateline.ts', ...words, '--password-stdin'], {
    env: { ...process.env, DATA_DIR: dataDir },
    input: EDITOR.password,
    encoding: 'utf8',
  });
  if (added.status !== 0) throw new Error(`no editor was added: ${added.stderr}`);
}

function hasEditor(dataDir: string): boolean {
  const database = new Database(join(dataDir, 'dateline.db'), { readonly: true });
  const found = database.prepare('select 1 from people where email = ?').get(EDITOR.email);
  database.close();
  return found !== undefined;
}

export function busiestSection(dataDir: string): Section {
  const database = new Database(join(dataDir, 'dateline.db'), { readonly: true });
  const section = database
    .prepare(
      `select sections.id, slug, (select id from authors limit 1) as authorId from sections
       join live_counts on kind = 'section' and list_id = sections.id order by stories desc`,
    )
    .get() as Section;
  database.close();
  return section;
}
