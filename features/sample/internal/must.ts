import type { Result } from '#lib/result.ts';

/** What a command answered. The sample is ours: a refusal of it is a mistake in it, and thrown. */
export async function must<T>(what: string, answer: Promise<Result<T>>): Promise<T> {
  const result = await answer;
  if (result.ok) return result.value;
  const fields = result.fields ? ` ${JSON.stringify(result.fields)}` : '';
  throw new Error(`${what}: ${result.why}${fields}`);
}
