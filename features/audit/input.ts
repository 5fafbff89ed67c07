import { z } from 'zod';
import type { AuditFilter } from '#features/audit/views.ts';

const word = z
  .string()
  .regex(/^[a-z0-9.:_-]{1,80}$/i)
  .optional()
  .catch(undefined);
const day = z.iso.date().optional().catch(undefined);

const AuditQuery = z.object({
  person: word,
  act: word,
  noun: word,
  thing: word,
  from: day,
  until: day,
  before: z.coerce.number().int().min(1).max(2_147_483_647).optional().catch(undefined),
});

/** What an address asks for. What makes no sense in it is left out. */
export function auditFilterOf(query: Record<string, unknown>): AuditFilter {
  // An empty field of the form is no wish; a name that comes twice is none either.
  const given = Object.entries(query).filter(([, value]) => value !== '');
  return AuditQuery.parse(Object.fromEntries(given));
}
