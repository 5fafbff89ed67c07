import { dialect } from '#db/dialect.ts';
import { type RoleReport, reportRoles } from '#db/internal/postgres-roles.ts';
import { env } from '#lib/env.ts';

/** Whose the tables of addresses and of persons' keys are, and who else can read them. */
export async function rolesInForce(): Promise<RoleReport[]> {
  return dialect() === 'postgres' ? reportRoles(env().databaseUrl) : [];
}
