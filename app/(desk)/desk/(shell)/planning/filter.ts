import type { PlanningFilter } from '#features/planning/views.ts';

export type Asked = { person?: string; section?: string; view?: string; on?: string };

/** What the address narrows the lists to. What is no id is nobody's, and finds nothing. */
export function filterIn({ person, section }: Asked): PlanningFilter {
  return { person: one(person), section: one(section) };
}

function one(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
