/** A script element or a link, which are kept or not; or a comment, a leftover of React's streaming. */
const PARTS =
  /<script\b([^>]*)>[\s\S]*?<\/script>|<style\b[^>]*>[\s\S]*?<\/style>|<link\b([^>]*)\/?>|<!--[\s\S]*?-->/g;

const EMPTY_HIDDEN = /<div hidden="">\s*<\/div>/g;
const NEXT_META = /<meta name="next-size-adjust"[^>]*\/?>/g;

/**
 * A reader's page without the framework's part of it: no scripts but data (JSON-LD) and our own
 * modules, no preloads of scripts, no markers. The page is complete without them.
 */
export function clean(html: string): string {
  return html
    .replace(PARTS, (whole: string, script?: string, link?: string) => {
      if (script !== undefined) return isOurs(script) ? whole : '';
      if (link !== undefined) return isScriptPreload(link) ? '' : whole;
      return whole.startsWith('<!--') ? '' : whole;
    })
    .replace(EMPTY_HIDDEN, '')
    .replace(NEXT_META, '');
}

function isOurs(attributes: string): boolean {
  return /\btype="(?:application\/ld\+json|module)"/.test(attributes);
}

function isScriptPreload(attributes: string): boolean {
  return /\brel="modulepreload"|\bas="script"/.test(attributes);
}
