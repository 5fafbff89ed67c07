import { defineConfig } from 'drizzle-kit';

/** Run by `npm run migrations`, once for each store and database. */
const postgres = process.env.DATABASE_URL?.startsWith('postgres') === true;
const store = process.env.DATELINE_STORE ?? 'dateline';

export default defineConfig({
  dialect: postgres ? 'postgresql' : 'sqlite',
  schema: store === 'dateline' ? './db/schema/*.ts' : `./db/${store}-schema.ts`,
  out: `./db/migrations/${store}/${postgres ? 'postgres' : 'sqlite'}`,
});
