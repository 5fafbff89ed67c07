import { defineConfig } from 'drizzle-kit';

/** Run by `npm run migrations`, once for each store and database. */
const postgres = process.env.DATABASE_URL?.startsWith('postgres') === true;
const identity = process.env.DATELINE_STORE === 'identity';

export default defineConfig({
  dialect: postgres ? 'postgresql' : 'sqlite',
  schema: identity ? './db/identity-schema.ts' : './db/schema/*.ts',
  out: `./db/migrations/${identity ? 'identity' : 'dateline'}/${postgres ? 'postgres' : 'sqlite'}`,
});
