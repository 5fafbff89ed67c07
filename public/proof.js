// While somebody types a comment, the browser does some work that costs whoever sends thousands a day.
// It only ever speaks for a comment: without it the comment waits like any other.
for (const form of document.querySelectorAll('form.reply')) {
  let begun = false;
  form.addEventListener('focusin', () => {
    if (begun) return;
    begun = true;
    work(form).catch(() => undefined);
  });
  form.addEventListener('reset', () => {
    begun = false;
    form.querySelector('input[name=proof]')?.remove();
  });
}

async function work(form) {
  if (!globalThis.crypto?.subtle) return;
  const answer = await fetch('/api/challenge', { cache: 'no-store' });
  if (!answer.ok) return;
  const { algorithm, challenge, maxnumber, salt, signature } = await answer.json();
  const wanted = Uint8Array.from(challenge.match(/../g), (pair) => Number.parseInt(pair, 16));
  const text = new TextEncoder();
  for (let number = 0; number <= maxnumber; number += 1) {
    const made = new Uint8Array(await crypto.subtle.digest(algorithm, text.encode(salt + number)));
    if (made.some((byte, at) => byte !== wanted[at])) continue;
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = 'proof';
    input.value = btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
    form.append(input);
    return;
  }
}
