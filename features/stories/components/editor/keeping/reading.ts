import { getSchema } from '@tiptap/core';
import { type Body, bodyText } from '#features/stories/body.ts';
import { toEditor } from '#features/stories/components/editor/convert.ts';
import type { Draft, Fields } from '#features/stories/components/editor/fields.ts';
import { bodyExtensions } from '#features/stories/components/editor/schema/extensions.ts';

/**
 * A text that was kept earlier, perhaps by an older editor, as one that can be shown now: a field that
 * it does not have, or has in another shape, is taken from `onto`. Null if it is no text at all.
 */
export function readDraft(kept: unknown, onto: Draft): Draft | null {
  if (!isRecord(kept) || !isRecord(kept.fields) || !isRecord(kept.body)) return null;
  const fields: Record<string, unknown> = { ...onto.fields };
  for (const [name, value] of Object.entries(kept.fields)) {
    if (name in fields && fits(value, fields[name])) fields[name] = value;
  }
  return { fields: fields as Fields, body: readBody(kept.body) };
}

/** A body that the editor does not understand is shown as its words, each block a paragraph. */
function readBody(kept: Record<string, unknown>): Body {
  if (!Array.isArray(kept.content)) return { type: 'doc', content: [] };
  const body = { type: 'doc', content: kept.content } as Body;
  if (holds(body)) return body;
  const lines = bodyText({ content: kept.content.filter(isRecord) })
    .split('\n')
    .filter(Boolean);
  return {
    type: 'doc',
    content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
}

function holds(body: Body): boolean {
  try {
    getSchema(bodyExtensions).nodeFromJSON(toEditor(body)).check();
    return true;
  } catch {
    return false;
  }
}

function fits(value: unknown, now: unknown): boolean {
  if (now === null || value === null) return value === null || typeof value !== 'number';
  if (Array.isArray(now)) return Array.isArray(value);
  return typeof value === typeof now && !Array.isArray(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
