/** What Word and its relatives put into a page, put right before the page is read. */
export function tidyWord(page: Document): string[] {
  const asides = takeComments(page);
  makeLists(page);
  return asides;
}

const COMMENTS = '[style*="mso-element:comment"], [style*="mso-element: comment"]';
const ANCHORS = '.msocomanchor, .MsoCommentReference, hr.msocomoff';

/** Comments in the margin, and what was struck out as a change, are not the text: they are set aside. */
function takeComments(page: Document): string[] {
  const asides: string[] = [];
  const take = (element: Element, before: string) => {
    const words = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (words) asides.push(`${before}: ${words}`);
    element.remove();
  };
  for (const list of page.querySelectorAll(COMMENTS)) {
    if (!list.isConnected || list.querySelector(COMMENTS)) continue;
    take(list, 'Comment');
  }
  for (const anchor of page.querySelectorAll(ANCHORS)) anchor.remove();
  if (isWord(page)) for (const gone of page.querySelectorAll('del')) take(gone, 'Struck out');
  return asides;
}

function isWord(page: Document): boolean {
  return page.querySelector('[class^="Mso"], meta[name="Generator"][content*="Word"]') !== null;
}

type Line = { element: Element; level: number; ordered: boolean };

/** Word writes lists as paragraphs that look like one; they become lists again. */
function makeLists(page: Document): void {
  const seen = new Set<Element>();
  for (const element of page.querySelectorAll('[style*="mso-list"], .ListContainerWrapper')) {
    if (seen.has(element) || !lineOf(element)) continue;
    const lines: Line[] = [];
    let next: Element | null = element;
    while (next) {
      const line = lineOf(next);
      if (!line) break;
      seen.add(next);
      lines.push(line);
      next = next.nextElementSibling;
    }
    const place = page.createComment('');
    element.before(place);
    place.replaceWith(nested(lines, page));
  }
}

/** `mso-list:l0 level2 lfo1`, or a list that Word Online made of a single item. */
function lineOf(element: Element): Line | null {
  if (element.classList.contains('ListContainerWrapper')) {
    const item = element.querySelector('li');
    const level = Number(item?.getAttribute('data-aria-level') ?? item?.getAttribute('aria-level'));
    const ordered = item?.parentElement?.localName === 'ol';
    return item ? { element: item, level: level || 1, ordered } : null;
  }
  const level = /mso-list:[^;]*\blevel(\d)/i.exec(element.getAttribute('style') ?? '')?.[1];
  if (!level || !/^(p|div)$/.test(element.localName)) return null;
  const marks = [
    ...element.querySelectorAll('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]'),
  ];
  const sign = marks
    .map((mark) => mark.textContent)
    .join('')
    .trim();
  for (const mark of marks) mark.remove();
  return { element, level: Number(level), ordered: /^\(?[\p{L}\p{N}]{1,4}[.)]/u.test(sign) };
}

function nested(lines: readonly Line[], page: Document): Element {
  const root = page.createElement('div');
  const open: { level: number; list: Element }[] = [];
  for (const { element, level, ordered } of lines) {
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    const tag = ordered ? 'ol' : 'ul';
    const current = open.at(-1);
    if (!current || current.level < level) {
      const parent = current?.list.lastElementChild ?? root;
      open.push({ level, list: parent.appendChild(page.createElement(tag)) });
    } else if (current.list.localName !== tag && open.length === 1) {
      open[0] = { level, list: root.appendChild(page.createElement(tag)) };
    }
    const item = page.createElement('li');
    item.append(...element.childNodes);
    element.remove();
    open.at(-1)?.list.append(item);
  }
  return root;
}
