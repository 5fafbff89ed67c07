import type { DOMPurify } from 'dompurify';
import type { DOMWindow } from 'jsdom';
import { element } from '#lib/html.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

/** As wide as pages show a picture at most; a drawing has no pixels of its own. */
const NOMINAL = 1600;
/** Without it a browser draws nothing, whatever the parts are called. */
const SVG = 'http://www.w3.org/2000/svg';
const TALLEST = 16_000;
const MAX_SVG_BYTES = 2 * 1024 * 1024;
const MAX_ELEMENTS = 20_000;
const MAX_DRAWN = 100_000;

/**
 * An SVG without anything that could act or ask for something: no script, no handler, no link, no
 * foreign content, no address but within itself. What a browser would mend is refused instead.
 */
export async function drawingOf(bytes: Uint8Array): Promise<Result<Buffer>> {
  if (bytes.length > MAX_SVG_BYTES) return no('An SVG may have 2 MB at most.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return no('An SVG must be written in UTF-8.');
  }
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text)) return no('An SVG may not declare entities.');
  if ((text.match(/<[a-z]/gi)?.length ?? 0) > MAX_ELEMENTS)
    return no('This SVG has too many parts.');
  const drawn = await clean(text);
  return drawn.ok ? ok(Buffer.from(drawn.value)) : drawn;
}

/** The drawing with its notes in it, as XMP says that SVG has them. */
export function withNotes(drawing: Uint8Array, xmp: string | null): Buffer {
  const text = Buffer.from(drawing).toString('utf8');
  if (!xmp) return Buffer.from(text);
  const end = text.indexOf('>') + 1;
  const metadata = element('metadata', {}, { markup: xmp.replace(/<\?xpacket[^>]*\?>/g, '') });
  return Buffer.from(`${text.slice(0, end)}${metadata.markup}${text.slice(end)}`);
}

/** Loaded when the first drawing comes in: a browser's document takes its time and its memory. */
async function clean(text: string): Promise<Result<string>> {
  const { JSDOM } = await import('jsdom');
  const { default: createDOMPurify } = await import('dompurify');
  const { window } = new JSDOM('');
  try {
    return cleanIn(window, createDOMPurify(window), text);
  } finally {
    window.close();
  }
}

function cleanIn(window: DOMWindow, purify: DOMPurify, text: string): Result<string> {
  const parsed = new window.DOMParser().parseFromString(text, 'image/svg+xml');
  const root = parsed.documentElement;
  if (
    parsed.querySelector('parsererror') ||
    root.localName !== 'svg' ||
    root.namespaceURI !== SVG
  ) {
    return no('This SVG is damaged and cannot be read.');
  }
  purify.addHook('uponSanitizeAttribute', (_node, data) => {
    if (/^(?:href|xlink:href|src)$/i.test(data.attrName) && !isInner(data.attrValue)) {
      data.keepAttr = false;
    }
    if (pointsOut(data.attrValue)) data.keepAttr = false;
  });
  purify.addHook('uponSanitizeElement', (node, data) => {
    if (data.tagName === 'style' && pointsOut(node.textContent ?? '')) node.textContent = '';
  });
  // In place: what is cleaned is what was read as XML, and no other reading of it.
  purify.sanitize(root, {
    USE_PROFILES: { svg: true, svgFilters: true },
    ADD_TAGS: ['style', 'use'],
    FORBID_TAGS: ['a', 'animate', 'animatetransform', 'animatemotion', 'set', 'image', 'feimage'],
    ALLOW_DATA_ATTR: false,
    IN_PLACE: true,
  });
  if (!root.firstElementChild) return no('This SVG is empty.');
  if (drawnParts(root) > MAX_DRAWN) return no('This SVG has too many parts.');
  const size = sizeOf(root);
  if (!size) return no('This SVG does not say how large it is.');
  const height = Math.max(1, Math.round((NOMINAL * size.height) / size.width));
  if (height > TALLEST) return no('This SVG is too tall for its width.');
  root.setAttribute('viewBox', size.box);
  root.setAttribute('width', String(NOMINAL));
  root.setAttribute('height', String(height));
  return ok(new window.XMLSerializer().serializeToString(root));
}

/**
 * How many parts are drawn when each `use` stands for what it names. One that names others in turn
 * could stand for millions, and is left out.
 */
function drawnParts(root: Element): number {
  const named = new Map<string, Element>();
  for (const one of root.querySelectorAll('[id]')) named.set(`#${one.id}`, one);
  const uses = [...root.querySelectorAll('use')].map((use) => {
    const address = use.getAttribute('href') ?? use.getAttribute('xlink:href') ?? '';
    const target = named.get(address.trim());
    const alone = target && target.localName !== 'use' && !target.querySelector('use');
    return { use, target: alone ? target : null };
  });
  let parts = root.querySelectorAll('*').length;
  for (const { use, target } of uses) {
    if (target) parts += target.querySelectorAll('*').length + 1;
    else use.remove();
  }
  return parts;
}

/** Presentation may point into the drawing and nowhere else; what is spelled in escapes hides something. */
function pointsOut(css: string): boolean {
  return /url\s*\((?!\s*["']?\s*#)|@import|\\/i.test(css);
}

function isInner(address: string): boolean {
  return /^\s*#[\w.:-]+\s*$/.test(address);
}

function sizeOf(root: Element): { box: string; width: number; height: number } | null {
  const box = (root.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [x = 0, y = 0, width = length(root, 'width'), height = length(root, 'height')] =
    box.length === 4 && box.every(Number.isFinite) ? box : [];
  if (!(width > 0 && height > 0) || width > 1e6 || height > 1e6) return null;
  return { box: `${x} ${y} ${width} ${height}`, width, height };
}

function length(root: Element, name: string): number {
  const match = /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(root.getAttribute(name) ?? '');
  return match ? Number(match[1]) : 0;
}

function no(why: string) {
  return refuse('invalid', why);
}
