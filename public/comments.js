// What a browser with script gets besides. Nothing of it is needed to read or to write a comment.
const FORM = 'form.reply[action$="/comments"]';
const WEEK_MS = 7 * 24 * 3_600_000;
const LOOK_MS = 30_000;
const SPEAK_AT = [500, 100, 20, 0];

const section = document.querySelector('.replies');
const form = document.querySelector(FORM);
const threads = document.querySelector('.threads');

function make(tag, properties = {}, ...inside) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...inside);
  return element;
}

/** A device may keep nothing, or be full: then nothing is kept, and nothing else changes. */
const device = {
  get(key) {
    try {
      return JSON.parse(localStorage.getItem(key) ?? 'null');
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(value));
    } catch {}
  },
};

async function pageOf(response) {
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

// ---- The form: a kept draft, characters left, sending without leaving the place.

const field = (name) => form.elements.namedItem(name);
const parent = () => field('parentId')?.value ?? '';
const draftKey = () => `draft ${form.getAttribute('action')} ${parent()}`;
const left = make('p', { className: 'meta left' });
const spoken = make('p', { className: 'sr-only', role: 'status' });

/** The address is not kept: a device may be shared. */
function keepDraft() {
  const text = field('text').value;
  device.set(draftKey(), text.trim() ? { text, at: Date.now() } : null);
}

function bringDraft() {
  const draft = device.get(draftKey());
  if (!draft || Date.now() - draft.at > WEEK_MS) device.set(draftKey(), null);
  else if (!field('text').value) field('text').value = draft.text;
  countDown();
}

function countDown() {
  const area = field('text');
  const rest = Number(area.dataset.most) - [...area.value.trim()].length;
  const words = rest < 0 ? `${-rest} characters too many` : `${rest} characters left`;
  left.textContent = rest > SPEAK_AT[0] ? '' : words;
  const step = SPEAK_AT.filter((limit) => rest <= limit).length;
  if (spoken.step !== step && step > 0) spoken.textContent = words;
  spoken.step = step;
}

function dress() {
  field('text').after(left, spoken);
  countDown();
}

function say(words, role = 'alert') {
  form.querySelector('.said')?.remove();
  const said = make('div', { className: 'said wrong', role, tabIndex: -1 }, words);
  form.prepend(said);
  return said;
}

async function send(event) {
  const { submitter } = event;
  if (form.ariaBusy === 'true') return event.preventDefault();
  event.preventDefault();
  form.ariaBusy = 'true';
  const body = new URLSearchParams(new FormData(form, submitter));
  const preview = submitter?.name === 'preview';
  if (preview) body.set('email', '');
  try {
    const response = await fetch(form.action, { method: 'POST', body });
    const page = await pageOf(response);
    if (response.redirected) sent(response.url, page);
    else if (preview && page.querySelector('blockquote')) look(page);
    else refuse(page);
  } catch {
    say('It could not be sent. Your words are kept here: please try again.').focus();
  }
  form.ariaBusy = 'false';
}

function look(page) {
  form.querySelector('.preview')?.remove();
  const shown = page.querySelector('blockquote');
  shown.className += ' preview';
  shown.tabIndex = -1;
  form.querySelector('.two-buttons').before(shown);
  shown.focus();
}

/** The answer is a page with the form as it was typed: its fields say what is wrong with them. */
function refuse(page) {
  const again = page.querySelector(FORM);
  const why = page.querySelector('[role=alert] p')?.textContent;
  if (again) form.replaceChildren(...again.childNodes);
  // Whatever else goes with the form (proof.js) begins anew.
  form.dispatchEvent(new Event('reset'));
  dress();
  const said = say(why ?? 'It could not be sent. Please try again later.');
  (form.querySelector('[aria-invalid]') ?? said).focus();
}

function sent(url, page) {
  device.set(draftKey(), null);
  const heading = page.querySelector('h1').textContent;
  const link = make('a', { href: url, className: 'linked' }, 'Your own page for it');
  const said = make(
    'div',
    { className: 'sent', tabIndex: -1, role: 'status' },
    make('p', {}, make('b', {}, heading)),
    page.querySelector('.own-comment blockquote'),
    make('p', {}, link, ': see what becomes of it, change it or remove it.'),
  );
  form.before(said);
  const kept = [...form.querySelectorAll('[name=name], [name=email]')].map((one) => [one, one.value]);
  form.reset();
  for (const [one, value] of kept) one.value = value;
  field('text').value = '';
  for (const old of form.querySelectorAll('.said, .preview, .field .wrong')) old.remove();
  for (const marked of form.querySelectorAll('[aria-invalid]')) {
    marked.removeAttribute('aria-invalid');
    marked.removeAttribute('aria-describedby');
  }
  goBack();
  countDown();
  said.focus();
}

// ---- Answering where the comment stands. There is one form; it moves.

const home = document.createComment('');
const cancel = make('button', { type: 'button', className: 'quiet', onclick: giveUp }, 'Cancel');

function goBack() {
  if (!home.parentNode) return;
  field('parentId')?.remove();
  cancel.remove();
  home.replaceWith(form);
}

function giveUp() {
  const reply = form.closest('.comment')?.querySelector('.reply-link');
  keepDraft();
  goBack();
  field('text').value = '';
  bringDraft();
  reply?.focus();
}

function answer(event) {
  const link = event.target.closest?.('.reply-link');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const comment = link.closest('.comment');
  const passage = selectedIn(comment);
  keepDraft();
  goBack();
  form.replaceWith(home);
  link.closest('.comment-acts').after(form);
  form.prepend(make('input', { type: 'hidden', name: 'parentId', value: comment.id.slice(8) }));
  form.querySelector('.two-buttons').append(cancel);
  field('text').value = '';
  bringDraft();
  if (passage) field('text').value += `${passage.replace(/^/gm, '> ')}\n\n`;
  field('text').focus();
}

function selectedIn(comment) {
  const chosen = getSelection();
  const text = comment.querySelector('.comment-text');
  return chosen.rangeCount && text.contains(chosen.anchorNode) && text.contains(chosen.focusNode)
    ? chosen.toString().trim()
    : '';
}

// ---- Recommending in place.

const RECOMMENDED = 'recommended';
const recommended = () => device.get(RECOMMENDED) ?? [];

function mark(button, on, by = 0) {
  const count = button.querySelector('b') ?? make('b', {}, '0');
  const now = Math.max(0, Number(count.textContent) + by);
  count.textContent = String(now);
  if (now > 0) button.append(count);
  else count.remove();
  button.ariaPressed = String(on);
}

async function recommend(event) {
  const button = event.submitter;
  if (event.target.matches(FORM) || button?.name !== 'comment') return;
  event.preventDefault();
  const back = recommended().includes(button.value);
  const body = new URLSearchParams({ comment: button.value, back: back ? '1' : '' });
  const { action } = event.target;
  const answer = await fetch(action, { method: 'POST', body, redirect: 'manual' }).catch(() => null);
  if (answer?.type !== 'opaqueredirect') return;
  const others = recommended().filter((id) => id !== button.value);
  device.set(RECOMMENDED, back ? others : [...others.slice(-500), button.value]);
  mark(button, !back, back ? -1 : 1);
}

// ---- What is new since the page was made.

const news = make('p', { className: 'meta', role: 'status' });
let seen = Number(section?.dataset.count);

async function lookForNew() {
  setTimeout(lookForNew, LOOK_MS * (1 + Math.random() / 3));
  if (document.visibilityState !== 'visible') return;
  const { comments } = await fetch(section.dataset.countAt).then(
    (response) => (response.ok ? response.json() : {}),
    () => ({}),
  );
  if (!(comments > seen)) return;
  const fresh = comments - seen;
  const words = fresh === 1 ? '1 new comment' : `${fresh} new comments`;
  if (news.textContent !== words) news.replaceChildren(make('a', { href: newest(), onclick: bring }, words));
  news.total = comments;
}

const newest = () => section.dataset.countAt.replace('count.json', 'newest#comments');

async function bring(event) {
  event.preventDefault();
  const page = threads && (await fetch(newest()).then(pageOf, () => null));
  const came = [...(page?.querySelectorAll('.threads .comment') ?? [])].filter(place);
  if (came.length === 0) return location.assign(newest());
  seen = news.total;
  news.replaceChildren();
  came[0].tabIndex = -1;
  came[0].focus();
}

/** Under what it answers, if that is here; a thread that nobody saw yet stands after the others. */
function place(item) {
  if (document.getElementById(item.id)) return false;
  const above = item.parentElement.closest('.comment');
  if (!above) {
    threads.append(item);
    return true;
  }
  const here = document.getElementById(above.id)?.lastElementChild;
  if (!here) return false;
  if (!here.querySelector(':scope > .replies-to')) here.append(make('ol', { className: 'replies-to' }));
  here.querySelector(':scope > .replies-to').append(item);
  return true;
}

if (form) {
  dress();
  bringDraft();
  form.addEventListener('input', () => {
    keepDraft();
    countDown();
  });
  form.addEventListener('submit', send);
  threads?.addEventListener('click', answer);
}
for (const id of threads ? recommended() : []) {
  const button = threads.querySelector(`button[value="${CSS.escape(id)}"]`);
  if (button) button.ariaPressed = 'true';
}
threads?.closest('form')?.addEventListener('submit', recommend);
if (section?.dataset.countAt) {
  section.prepend(news);
  setTimeout(lookForNew, LOOK_MS);
}
