// What is on another site is shown in the page once a reader asks for it, and not before.
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-presentation allow-popups allow-popups-to-escape-sandbox';
const frames = [];

for (const card of document.querySelectorAll('.embed[data-frame]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = card.dataset.load;
  button.addEventListener('click', () => {
    const frame = document.createElement('iframe');
    frame.title = card.querySelector('a').textContent;
    frame.allow = 'fullscreen; encrypted-media; picture-in-picture';
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.setAttribute('sandbox', SANDBOX);
    frame.src = card.dataset.frame;
    frames.push(frame);
    button.replaceWith(frame);
    frame.focus();
    if (card.dataset.shape === 'post') frame.addEventListener('load', () => ask(frame));
  });
  card.prepend(button);
}

/** Mastodon says how high a post is when it is asked; the others say it by themselves. */
function ask(frame) {
  frame.contentWindow.postMessage({ type: 'setHeight', id: frames.indexOf(frame) }, '*');
}

addEventListener('message', ({ source, data }) => {
  const frame = frames.find(({ contentWindow }) => contentWindow === source);
  if (!frame || typeof data !== 'object' || data === null) return;
  const said = data['twttr.embed'] ? data['twttr.embed'].params?.[0]?.height : data.height;
  const height = Number(said);
  if (height > 40 && height < 3000) frame.height = String(Math.ceil(height));
});
