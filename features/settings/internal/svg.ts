import { SaxesParser } from 'saxes';
import { element, joined, type Markup } from '#lib/html.ts';

export type Drawing = { markup: string; width: number; height: number };

/** Shapes, and what they are painted with. Nothing that runs, asks, embeds or links. */
const ELEMENTS = new Set(
  `svg g defs symbol use title desc path rect circle ellipse line polyline polygon
  linearGradient radialGradient stop clipPath mask style`.split(/\s+/),
);
const ATTRIBUTES = new Set(
  `id class style viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points transform
  preserveAspectRatio href xlink:href offset gradientUnits gradientTransform spreadMethod
  clipPathUnits maskUnits maskContentUnits fill fill-opacity fill-rule stroke stroke-width
  stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity
  opacity color stop-color stop-opacity clip-path clip-rule mask display visibility overflow
  vector-effect shape-rendering paint-order`.split(/\s+/),
);
const SHAPES = new Set('path rect circle ellipse line polyline polygon use'.split(' '));
const MAX_DEPTH = 40;
const MAX_ELEMENTS = 5_000;

type Open = { name: string; attributes: Record<string, string>; children: Markup[]; text: string };

/**
 * A drawing made anew from the parts of an SVG that draw; whatever else is in it is left behind.
 * Null if it is not one, or draws nothing.
 */
export function redraw(source: string): Drawing | null {
  const open: Open[] = [];
  let ignoring = 0;
  let elements = 0;
  let shapes = 0;
  let root: Open | null = null;
  let broken = false;
  const parser = new SaxesParser();
  parser.on('error', () => {
    broken = true;
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    if (ignoring > 0 || !ELEMENTS.has(name) || (open.length === 0 && name !== 'svg')) {
      ignoring += 1;
      return;
    }
    if (SHAPES.has(name)) shapes += 1;
    if (open.length > MAX_DEPTH || elements > MAX_ELEMENTS) broken = true;
    open.push({ name, attributes: kept(attributes), children: [], text: '' });
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (ignoring === 0 && last && /^(style|title|desc)$/.test(last.name)) last.text += text;
  });
  parser.on('cdata', (text) => {
    const last = open.at(-1);
    if (ignoring === 0 && last?.name === 'style') last.text += text;
  });
  parser.on('closetag', () => {
    if (ignoring > 0) {
      ignoring -= 1;
      return;
    }
    const done = open.pop();
    if (!done) return;
    const parent = open.at(-1);
    if (!parent) root = done;
    else parent.children.push(written(done));
  });
  try {
    parser.write(source).close();
  } catch {
    return null;
  }
  return broken || !root || shapes === 0 ? null : drawingOf(root);
}

function kept(attributes: Record<string, string>): Record<string, string> {
  const safe = Object.entries(attributes).filter(([name, value]) => {
    if (!ATTRIBUTES.has(name)) return false;
    return /href$/.test(name) ? /^#[\w.-]+$/.test(value) : isPaint(value);
  });
  return Object.fromEntries(safe);
}

/** Nothing in it is fetched from anywhere: every `url()` names a part of the drawing itself. */
function isPaint(value: string): boolean {
  if (/[\\@]|expression|javascript/i.test(value)) return false;
  return !/url\(\s*(?!["']?#[\w.-]+["']?\s*\))/i.test(value);
}

function written({ name, attributes, children, text }: Open): Markup {
  if (name === 'style') return isPaint(text) ? element('style', {}, text) : joined();
  return element(name, attributes, ...children, text.trim());
}

function drawingOf({ attributes, children }: Open): Drawing | null {
  const box = (attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = Number.NaN, boxHeight = Number.NaN] = box;
  const width = boxWidth > 0 ? boxWidth : Number.parseFloat(attributes.width ?? '');
  const height = boxHeight > 0 ? boxHeight : Number.parseFloat(attributes.height ?? '');
  if (!(width > 0 && height > 0 && width < 100_000 && height < 100_000)) return null;
  const { markup } = element(
    'svg',
    {
      ...attributes,
      xmlns: 'http://www.w3.org/2000/svg',
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
      viewBox: attributes.viewBox ?? `0 0 ${width} ${height}`,
      width,
      height,
    },
    ...children,
  );
  return { markup, width, height };
}
