import { z } from 'zod';
import { PROVED_ON } from '#db/schema/proofs.ts';

const count = z.number().int().min(0);

export const ProofInput = z.object({
  provedOn: z.enum(PROVED_ON),
  held: z.boolean(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  observations: count,
  differences: count,
});
